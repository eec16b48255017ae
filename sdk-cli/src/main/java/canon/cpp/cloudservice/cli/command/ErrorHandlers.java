package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.exit.Failure;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports failures in one paragraph. */
final class ErrorHandlers {
  private final Terminal terminal;
  private final GlobalOptions options;

  ErrorHandlers(Terminal terminal, GlobalOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  /**
   * Installs the handlers.
   *
   * @param fake a command of another program, which explains in its own words why it cannot start
   */
  void install(CommandLine command, CommandLine fake) {
    IExecutionExceptionHandler own = fake.getExecutionExceptionHandler();
    command.setParameterExceptionHandler((wrong, arguments) -> wrongArguments(wrong));
    command.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (failed != fake) {
            return failed(failure);
          }
          try {
            return own.handleExecutionException(failure, failed, parsed);
          } catch (Exception unexpected) {
            return failed(unexpected);
          }
        });
  }

  private int wrongArguments(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    StringBuilder text = new StringBuilder("cloudservice: ").append(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      text.append(" Did you mean ").append(unmatched.getSuggestions().get(0)).append('?');
    }
    terminal.tell(text.toString());
    terminal.tell("Run: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.value();
  }

  int failed(Throwable thrown) {
    Failure failure = Failure.of(thrown);
    if (!failure.message().isEmpty()) {
      terminal.tell("cloudservice: " + failure.message());
    }
    if (options.stackTrace()) {
      thrown.printStackTrace(terminal.err());
    }
    return failure.code().value();
  }
}
