package canon.cpp.cloudservice.signin.internal.http;

import canon.cpp.cloudservice.internal.http.Urls;
import java.util.Map;
import java.util.stream.Collectors;

/** Encodes parameters of queries and forms. */
public final class FormParameters {
  private FormParameters() {}

  /** Returns {@code name=value} pairs joined by {@code &}, in the order of the map. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(field -> Urls.encode(field.getKey()) + "=" + Urls.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }
}
