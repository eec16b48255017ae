package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.server.WebErrorException;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.time.Instant;

/** A request is rejected, with an error of Google's OAuth endpoints. */
final class OAuthErrorException extends WebErrorException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String error;
  private final String description;

  OAuthErrorException(int status, String error, String description) {
    super(error);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  static OAuthErrorException invalidGrant(String description) {
    return new OAuthErrorException(400, "invalid_grant", description);
  }

  static OAuthErrorException invalidRequest(String description) {
    return new OAuthErrorException(400, "invalid_request", description);
  }

  static OAuthErrorException missing(String parameter) {
    return invalidRequest("Missing required parameter: " + parameter);
  }

  @Override
  public WebResponse toResponse(WebRequest request, Instant now) {
    return WebResponse.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
