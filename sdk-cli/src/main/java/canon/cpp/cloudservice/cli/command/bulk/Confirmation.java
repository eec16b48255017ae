package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Asks before something is removed. */
public final class Confirmation {
  private static final Set<String> YES = Set.of("y", "yes");

  private Confirmation() {}

  /**
   * Asks a question.
   *
   * @param yes whether {@code --yes} was given
   * @throws CommandException if the user says no, or cannot be asked
   */
  public static void ask(Context context, boolean yes, String question) {
    if (yes) {
      return;
    }
    Terminal terminal = context.terminal();
    if (!context.options().mayAsk(terminal)) {
      throw CommandException.usage(
          question + " This cannot be asked here. Nothing was removed; to agree, add --yes.");
    }
    terminal.err().print(question + " [y/N] ");
    terminal.err().flush();
    if (!YES.contains(line(terminal).strip().toLowerCase(Locale.ROOT))) {
      throw CommandException.usage("You did not agree, so nothing was removed.");
    }
  }

  private static String line(Terminal terminal) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = terminal.in().read(); c >= 0 && c != '\n'; c = terminal.in().read()) {
        line.append((char) c);
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString();
  }
}
