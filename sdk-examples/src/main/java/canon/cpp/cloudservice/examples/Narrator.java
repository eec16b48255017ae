package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints each step for the user, and counts the steps with an unexpected result. */
final class Narrator {
  private final PrintWriter out;
  private int step;
  private int failures;

  Narrator(PrintWriter out) {
    this.out = out;
  }

  void title(String text) {
    out.println(text);
    out.println("=".repeat(text.length()));
  }

  void step(String text) {
    out.printf("%n%d. %s%n", ++step, text);
    out.flush();
  }

  void say(String format, @Nullable Object... values) {
    out.printf("   " + format + "%n", values);
  }

  /** Checks a condition, and prints what it shows. */
  void expect(boolean holds, String format, @Nullable Object... values) {
    out.printf((holds ? "   ok  " : "   NO  ") + format + "%n", values);
    failures += holds ? 0 : 1;
  }

  /** Makes a call that must be rejected, and prints the message of the rejection. */
  void expectRejection(ProblemCode code, String what, Runnable call) {
    try {
      call.run();
      expect(false, "%s: succeeded, but %s was expected", what, code);
    } catch (RejectedException e) {
      expect(e.code().equals(code), "%s: rejected, %s", what, e.code());
      say("      \"%s\"", e.getMessage());
    }
  }

  /** Prints rows under a header, aligned. */
  void table(List<String> header, List<List<String>> rows) {
    int[] widths = header.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    line(header, widths);
    line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    rows.forEach(row -> line(row, widths));
    if (rows.isEmpty()) {
      say("    (none)");
    }
  }

  private void line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("      ");
    for (int i = 0; i < widths.length; i++) {
      line.append(String.format("  %-" + widths[i] + "s", cells.get(i)));
    }
    out.println(line.toString().stripTrailing());
  }

  /** Prints the summary, and returns the exit status. */
  int conclude() {
    out.println();
    out.println(
        failures == 0
            ? "Done. Every step had the expected result."
            : "Done, but " + failures + " of the checks above failed.");
    out.flush();
    return failures == 0 ? 0 : 1;
  }
}
