package canon.cpp.cloudservice.testing.internal.standalone;

import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** The stand-alone program: a fake that runs until it is stopped. */
public final class FakeServerMain {
  private static final int CANNOT_START = 1;

  private FakeServerMain() {}

  /** Starts the program. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Returns the command line of a fake that runs until Ctrl+C. */
  public static CommandLine commandLine() {
    return commandLine(server -> new CountDownLatch(1).await());
  }

  static CommandLine commandLine(FakeCommand.Started started) {
    return new CommandLine(new FakeCommand(started))
        .setParameterExceptionHandler(
            (wrong, all) -> {
              CommandLine command = wrong.getCommandLine();
              command.getErr().println(wrong.getMessage());
              command.getErr().println("Use --help for the options.");
              command.getErr().flush();
              return command.getCommandSpec().exitCodeOnInvalidInput();
            })
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof CannotStartException) {
                command.getErr().println(failure.getMessage());
                command.getErr().flush();
                return CANNOT_START;
              }
              throw failure;
            });
  }
}
