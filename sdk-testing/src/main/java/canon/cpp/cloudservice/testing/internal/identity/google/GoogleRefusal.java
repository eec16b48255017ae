package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.http.Refusal;
import canon.cpp.cloudservice.testing.internal.identity.http.WebAnswer;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import java.time.Instant;

/** A request is refused, as Google's OAuth endpoints say it. */
final class GoogleRefusal extends Refusal {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String error;
  private final String description;

  GoogleRefusal(int status, String error, String description) {
    super(error);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  static GoogleRefusal invalidGrant(String description) {
    return new GoogleRefusal(400, "invalid_grant", description);
  }

  static GoogleRefusal invalidRequest(String description) {
    return new GoogleRefusal(400, "invalid_request", description);
  }

  static GoogleRefusal missing(String parameter) {
    return invalidRequest("Missing required parameter: " + parameter);
  }

  @Override
  public WebAnswer toAnswer(WebRequest request, Instant now) {
    return WebAnswer.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
