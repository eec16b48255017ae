package canon.cpp.cloudservice.testing.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** The parameters of a query or a form. Empty values count as omitted (RFC 6749, section 3.2). */
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
    for (EncodedParameter parameter : EncodedParameter.split(encoded)) {
      String name = parameter.name().orElseThrow(Parameters::malformed);
      String value = parameter.value().orElseThrow(Parameters::malformed);
      values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    return new Parameters(values);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("A parameter is not percent-encoded UTF-8");
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

  /** Returns the value, or an empty string. */
  public String get(String name) {
    return find(name).orElse("");
  }

  /** Returns the parts of a value that is separated by spaces. */
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
