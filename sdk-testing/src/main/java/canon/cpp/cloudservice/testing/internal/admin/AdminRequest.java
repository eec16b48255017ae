package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import canon.cpp.cloudservice.testing.internal.wire.MediaTypes;
import canon.cpp.cloudservice.testing.internal.wire.PercentDecoder;
import canon.cpp.cloudservice.testing.internal.wire.Query;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** A request to control the fake. */
final class AdminRequest {
  private final ServiceRequest request;
  private final Map<String, String> rawParts;

  AdminRequest(ServiceRequest request, Map<String, String> rawParts) {
    this.request = request;
    this.rawParts = rawParts;
  }

  /** Returns the body, which must be JSON, as text. */
  String json() {
    if (!MediaTypes.isJson(request.headers())) {
      throw AdminProblem.NOT_JSON.rejection(
          "Send it with Content-Type: application/json, as curl --json does.");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(request.body());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The body has to be UTF-8.", e);
    }
  }

  /** Reads the body, which must be one JSON object without unknown fields. */
  <T> T read(Function<JsonPart, T> reader) {
    String document = "the request";
    JsonPart body = JsonPart.of(document, Json.parse(document, json()));
    T value = reader.apply(body);
    body.checkAllKnown();
    return value;
  }

  /** Returns a named part of the path. */
  String part(String name) {
    return PercentDecoder.decode(rawParts.getOrDefault(name, ""))
        .orElseThrow(
            () -> new IllegalArgumentException(name + " has to be percent-encoded UTF-8."));
  }

  /** Returns a whole number of the query. */
  int number(String name, int min, int max, int absent) {
    FieldErrors errors = new FieldErrors();
    int number = new Query(request.rawQuery(), errors).number(name, min, max, absent);
    errors.check();
    return number;
  }
}
