package canon.cpp.cloudservice.cli;

import canon.cpp.cloudservice.cli.command.Commands;
import canon.cpp.cloudservice.cli.terminal.SystemTerminal;
import java.util.Arrays;

/** The program {@code cloudservice}. */
public final class Main {
  private Main() {}

  /** Runs a command, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Before a logger is created. Failures are reported by the command itself.
    String level = Arrays.asList(arguments).contains("--verbose") ? "debug" : "off";
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    System.exit(Commands.run(SystemTerminal.open(), arguments));
  }
}
