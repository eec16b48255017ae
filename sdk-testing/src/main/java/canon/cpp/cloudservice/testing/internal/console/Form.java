package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a submitted form. */
final class Form {
  private final Parameters fields;

  /**
   * Reads a form.
   *
   * @throws IllegalArgumentException if a field is not percent-encoded UTF-8
   */
  Form(byte[] body) {
    this.fields = Parameters.parse(new String(body, StandardCharsets.UTF_8));
  }

  /** Returns the text of a field; empty if it is missing. */
  String value(String name) {
    return fields.get(name).strip();
  }

  /** Returns all fields with their first values. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    fields.toMap().forEach((name, all) -> values.put(name, all.get(0)));
    return values;
  }

  /** Returns the text of a field as one segment of a path. */
  String segment(String name) {
    return URLEncoder.encode(value(name), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
