package canon.cpp.cloudservice.cli.terminal;

import java.io.IOException;
import java.util.Locale;

/** The output cannot be written. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether the reader of a pipe has ended. */
  private final boolean closedPipe;

  /** Creates the exception. */
  public OutputException(String what, IOException cause) {
    super(
        what
            + " cannot be written: "
            + cause.getMessage()
            + ". Free some space, or write it elsewhere.",
        cause);
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    this.closedPipe = message.contains("pipe") || message.contains("パイプ");
  }

  /** Tells whether the reader of a pipe, such as {@code head}, has ended. */
  public boolean isClosedPipe() {
    return closedPipe;
  }
}
