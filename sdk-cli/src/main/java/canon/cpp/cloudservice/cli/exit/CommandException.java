package canon.cpp.cloudservice.cli.exit;

import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a message that says what to do. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The exit code. */
  private final ExitCode code;

  /** Creates the exception. */
  public CommandException(ExitCode code, String message) {
    this(code, message, null);
  }

  /** Creates the exception. */
  public CommandException(ExitCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Returns an exception for a wrong command line, configuration or input file. */
  public static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  /** Returns the exit code. */
  public ExitCode code() {
    return code;
  }
}
