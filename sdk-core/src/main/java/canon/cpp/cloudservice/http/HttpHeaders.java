package canon.cpp.cloudservice.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a response. Names are case-insensitive.
 *
 * <pre>{@code
 * Optional<String> requestId = response.headers().first("X-Request-Id");
 * }</pre>
 */
public final class HttpHeaders {
  private static final HttpHeaders NONE = new HttpHeaders(Collections.emptyMap());
  private final Map<String, List<String>> values;

  private HttpHeaders(Map<String, List<String>> values) {
    this.values = values;
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
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach(
        (name, all) -> {
          if (name != null) {
            copy.merge(name, List.copyOf(all), HttpHeaders::joined);
          }
        });
    return new HttpHeaders(Collections.unmodifiableMap(copy));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /**
   * Returns the first value of a header.
   *
   * @param name the header's name, in any case
   * @return its first value, or empty if the header is missing
   */
  public Optional<String> first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /**
   * Returns all values of a header.
   *
   * @param name the header's name, in any case
   * @return its values in order, empty if the header is missing
   */
  public List<String> all(String name) {
    return values.getOrDefault(requireNonNull(name, "name"), Collections.emptyList());
  }

  /**
   * Returns all headers.
   *
   * @return names and values
   */
  public Map<String, List<String>> asMap() {
    return values;
  }

  /** Returns the names only; a value may be a secret. */
  @Override
  public String toString() {
    return values.keySet().toString();
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
