package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads problem details (RFC 9457) from a response. */
final class ProblemReader {
  private ProblemReader() {}

  /**
   * Returns the problem, or null if the response has none of the service's.
   *
   * @param mask hides the secrets of the call
   */
  static @Nullable Problem read(HttpResponse response, SecretMask mask) {
    if (response.status() < 400 || !MediaTypes.of(response).equals("application/problem+json")) {
      return null;
    }
    try {
      return JsonObject.read(
              response.body(), json -> Optional.ofNullable(problem(json, response, mask)))
          .orElse(null);
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  private static @Nullable Problem problem(
      JsonObject json, HttpResponse response, SecretMask mask) {
    String code = json.optionalString("code");
    if (code == null) {
      return null;
    }
    String title = text(json, "title", mask);
    return new Problem(
        response.status(),
        ProblemCode.of(mask.hide(code)),
        title == null ? "" : title,
        text(json, "detail", mask),
        fieldErrors(json, mask),
        text(json, "resource", mask),
        ServiceResponse.requestId(response));
  }

  /** Only the code is required. Any other field that breaks the contract counts as absent. */
  private static @Nullable String text(JsonObject json, String field, SecretMask mask) {
    try {
      String text = json.optionalString(field);
      return text == null ? null : mask.hide(text);
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  private static List<FieldError> fieldErrors(JsonObject json, SecretMask mask) {
    try {
      List<FieldError> errors = json.optionalObjects("errors", error -> fieldError(error, mask));
      return errors == null ? Collections.emptyList() : errors;
    } catch (MalformedJsonException e) {
      return Collections.emptyList();
    }
  }

  private static FieldError fieldError(JsonObject json, SecretMask mask) {
    String message = text(json, "message", mask);
    return new FieldError(
        mask.hide(json.string("field")),
        mask.hide(json.string("code")),
        message == null ? "" : message);
  }
}
