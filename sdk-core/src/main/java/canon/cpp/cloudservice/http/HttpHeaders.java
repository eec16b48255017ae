package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The headers of a response. Names are case-insensitive.
 *
 * <pre>{@code
 * Optional<String> requestId = response.headers().first("X-Request-Id");
 * }</pre>
 */
public final class HttpHeaders {
  private static final HttpHeaders NONE = new HttpHeaders(new String[0]);

  /** Names and values in turn. A response has too few headers for a tree to pay. */
  private final String[] lines;

  private HttpHeaders(String[] lines) {
    this.lines = lines;
  }

  /**
   * Returns headers without any entry.
   *
   * @return the empty headers
   */
  public static HttpHeaders none() {
    return NONE;
  }

  /**
   * Returns headers with these names and values.
   *
   * @param values the values of each name; copied. A null name, under which {@link
   *     java.net.HttpURLConnection} lists the status line, is ignored
   * @return the headers
   */
  public static HttpHeaders of(Map<String, ? extends List<String>> values) {
    int count = 0;
    for (List<String> all : values.values()) {
      count += all.size();
    }
    String[] lines = new String[2 * count];
    int length = 0;
    for (Map.Entry<String, ? extends List<String>> header : values.entrySet()) {
      if (header.getKey() != null) {
        for (String value : header.getValue()) {
          lines[length++] = header.getKey();
          lines[length++] = requireNonNull(value, "value");
        }
      }
    }
    return new HttpHeaders(length == lines.length ? lines : Arrays.copyOf(lines, length));
  }

  /**
   * Returns the first value of a header.
   *
   * @param name the header's name, in any case
   * @return its first value, or empty if the header is missing
   */
  public Optional<String> first(String name) {
    requireNonNull(name, "name");
    for (int i = 0; i < lines.length; i += 2) {
      if (name.equalsIgnoreCase(lines[i])) {
        return Optional.of(lines[i + 1]);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns all values of a header.
   *
   * @param name the header's name, in any case
   * @return its values in order, empty if the header is missing
   */
  public List<String> all(String name) {
    requireNonNull(name, "name");
    List<String> all = new ArrayList<>();
    forEach(
        (other, value) -> {
          if (name.equalsIgnoreCase(other)) {
            all.add(value);
          }
        });
    return Collections.unmodifiableList(all);
  }

  /**
   * Performs an action for each value. A name with several values occurs several times.
   *
   * @param action gets a name and one of its values
   */
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < lines.length; i += 2) {
      action.accept(lines[i], lines[i + 1]);
    }
  }

  /**
   * Returns all headers.
   *
   * @return names, which are case-insensitive, and values
   */
  public Map<String, List<String>> asMap() {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    forEach((name, value) -> map.computeIfAbsent(name, this::all));
    return Collections.unmodifiableMap(map);
  }

  /** Returns the names only; a value may be a secret. */
  @Override
  public String toString() {
    return asMap().keySet().toString();
  }

  /** Rejects characters that would end a header's line, without repeating the value. */
  static void checkLine(String name, String value) {
    requireNonNull(name, "header name");
    requireNonNull(value, "header value");
    if (!isToken(name)) {
      throw new IllegalArgumentException("Not a header name: " + printable(name));
    }
    if (!isVisible(value)) {
      throw new IllegalArgumentException(
          "The value of header " + name + " has a character that is not visible ASCII or a space");
    }
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isTokenCharacter(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isVisible(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static String printable(String name) {
    return name.isEmpty() ? "(empty)" : name.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
