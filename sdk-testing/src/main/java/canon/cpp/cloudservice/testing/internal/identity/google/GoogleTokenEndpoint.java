package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import java.time.Clock;
import java.util.Map;

/** The token endpoint: one handler for each {@code grant_type}. */
final class GoogleTokenEndpoint implements WebHandler {
  private final Clock clock;
  private final Map<String, GoogleGrant> grants;

  GoogleTokenEndpoint(Clock clock, Map<String, GoogleGrant> grants) {
    this.clock = clock;
    this.grants = grants;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (request.form().repeated().isPresent()) {
      throw OAuthErrorException.invalidRequest("A parameter is there twice.");
    }
    GoogleGrant grant = grants.get(request.form().get("grant_type"));
    if (grant == null) {
      throw new OAuthErrorException(400, "unsupported_grant_type", "Invalid grant_type");
    }
    return WebResponse.json(grant.respond(request.form(), clock.instant()));
  }
}
