package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.util.List;

/** Checks what was typed on the command line. */
public final class Keys {
  private Keys() {}

  /**
   * Checks that the arguments were decoded.
   *
   * @throws CommandException if the locale of the process cannot represent them
   */
  public static List<String> check(List<String> typed) {
    for (String key : typed) {
      if (key.indexOf('\uFFFD') >= 0) {
        throw CommandException.usage(
            "An argument has characters that the locale of this terminal does not have. Use a UTF-8"
                + " locale (LC_ALL=C.UTF-8), or give the addresses in a file.");
      }
    }
    return typed;
  }
}
