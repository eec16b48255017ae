package canon.cpp.cloudservice.testing.internal.state;

import java.util.Collection;
import java.util.Locale;

/** Generates ids for entries without one, starting after the highest id in the document. */
final class NewIds {
  private static final int MAX_DIGITS = 18;

  private final String prefix;
  private long last;

  NewIds(String prefix, Collection<String> written) {
    this.prefix = prefix;
    this.last = written.stream().mapToLong(this::number).max().orElse(0);
  }

  String next() {
    return String.format(Locale.ROOT, "%s%06d", prefix, ++last);
  }

  long last() {
    return last;
  }

  private long number(String id) {
    String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
    return digits.matches("[0-9]{1," + MAX_DIGITS + "}") ? Long.parseLong(digits) : 0;
  }
}
