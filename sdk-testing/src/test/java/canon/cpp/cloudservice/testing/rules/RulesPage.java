package canon.cpp.cloudservice.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules in the headings of {@code docs/domain-rules.md}. */
final class RulesPage {
  private static final Path FILE = Path.of("..", "docs", "domain-rules.md");
  private static final Pattern HEADING =
      Pattern.compile("(?m)^### (D\\d+) · ([a-z+]+) · wire: (yes|no) · (.+)$");

  private RulesPage() {}

  /** One rule. */
  record Entry(String id, String marks, boolean onTheWire, String title) {}

  static List<Entry> read() {
    try {
      return HEADING
          .matcher(Files.readString(FILE))
          .results()
          .map(m -> new Entry(m.group(1), m.group(2), m.group(3).equals("yes"), m.group(4)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> ids(List<Entry> rules) {
    Set<String> ids = new TreeSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    return ids;
  }
}
