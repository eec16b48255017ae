package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The fields of a submitted form. */
final class Form {
  private final Query fields;

  Form(byte[] body) {
    this.fields = new Query(new String(body, StandardCharsets.UTF_8), new FieldErrors());
  }

  /** Returns the text of a field; empty if it is missing. */
  String value(String name) {
    return fields.value(name).orElse("").strip();
  }

  /** Returns the text of a field as one segment of a path. */
  String segment(String name) {
    return URLEncoder.encode(value(name), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
