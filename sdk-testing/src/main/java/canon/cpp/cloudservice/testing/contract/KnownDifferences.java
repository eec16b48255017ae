package canon.cpp.cloudservice.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The known differences between an endpoint and the contract. The list may only shrink: a listed
 * test that passes is reported as a failure, and so is a line that names no test. Immutable.
 *
 * <pre>{@code
 * # test = why it fails
 * Users.canBeFoundInAnySpelling = The gateway rejects upper case.
 * Interruptions.isRateLimited[addUser] = Retry-After is in milliseconds.
 * }</pre>
 */
public final class KnownDifferences {
  private static final KnownDifferences NONE = new KnownDifferences(Map.of());

  private final Map<String, String> reasons;

  private KnownDifferences(Map<String, String> reasons) {
    this.reasons = reasons;
  }

  /**
   * Returns an empty list.
   *
   * @return an empty list
   */
  public static KnownDifferences none() {
    return NONE;
  }

  /**
   * Reads a list with one line for each test: its name and the reason. Empty lines and lines that
   * begin with {@code #} are skipped.
   *
   * @param file the list, in UTF-8
   * @return the list
   * @throws UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if a line has no reason, or a test is named twice
   */
  public static KnownDifferences read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnownDifferences parse(String text) {
    Map<String, String> reasons = new LinkedHashMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> add(reasons, line));
    return new KnownDifferences(reasons);
  }

  private static void add(Map<String, String> reasons, String line) {
    int equals = line.indexOf('=');
    String test = line.substring(0, Math.max(equals, 0)).strip();
    String reason = line.substring(equals + 1).strip();
    if (test.isEmpty() || reason.isEmpty()) {
      throw new IllegalArgumentException("Not of the form test = reason: " + line);
    }
    if (reasons.put(test, reason) != null) {
      throw new IllegalArgumentException("This test is listed twice: " + test);
    }
  }

  /** Returns why a test is known to fail, if it is listed. */
  Optional<String> reason(String test) {
    return Optional.ofNullable(reasons.get(test));
  }

  Set<String> tests() {
    return reasons.keySet();
  }
}
