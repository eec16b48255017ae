package canon.cpp.cloudservice.testing.internal.identity.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or a form. Empty ones count as missing (RFC 6749, 3.2). */
public final class Parameters {
  private static final Parameters NONE = new Parameters(Map.of());
  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  public static Parameters none() {
    return NONE;
  }

  public static Parameters parse(@Nullable String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return NONE;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
      String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
      values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    return new Parameters(values);
  }

  public static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  public Optional<String> find(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Returns the value, or an empty text. */
  public String get(String name) {
    return find(name).orElse("");
  }

  /** Returns a value that is a list separated by spaces. */
  public List<String> words(String name) {
    return Arrays.stream(get(name).split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** Returns a parameter that occurs more than once, which OAuth forbids. */
  public Optional<String> repeated() {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public Map<String, List<String>> toMap() {
    return Collections.unmodifiableMap(values);
  }
}
