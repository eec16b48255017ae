package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads problem details (RFC 9457) out of an answer that is no success. */
public final class Problems {
  private Problems() {}

  /** The problem, or null if the answer is none of the service's. */
  public static @Nullable Problem read(HttpResponse response) {
    if (response.status() < 400 || !MediaTypes.of(response).equals("application/problem+json")) {
      return null;
    }
    try {
      JsonObject json = JsonObject.parse(response.body());
      String code = json.optionalString("code");
      if (code == null) {
        return null;
      }
      String title = text(json, "title");
      return new Problem(
          response.status(),
          ProblemCode.of(code),
          title == null ? "" : title,
          text(json, "detail"),
          fieldErrors(json),
          text(json, "resource"),
          response.headers().first("X-Request-Id").orElse(null));
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  /** The code is what counts; around it, what is not as it is described counts as absent. */
  private static @Nullable String text(JsonObject json, String field) {
    try {
      return json.optionalString(field);
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  private static List<FieldError> fieldErrors(JsonObject json) {
    try {
      List<FieldError> errors = json.optionalObjects("errors", Problems::fieldError);
      return errors == null ? Collections.emptyList() : errors;
    } catch (MalformedJsonException e) {
      return Collections.emptyList();
    }
  }

  private static FieldError fieldError(JsonObject json) {
    String message = text(json, "message");
    return new FieldError(
        json.string("field"), json.string("code"), message == null ? "" : message);
  }
}
