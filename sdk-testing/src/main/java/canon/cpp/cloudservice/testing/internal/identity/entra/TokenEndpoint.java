package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.identity.http.WebAnswer;
import canon.cpp.cloudservice.testing.internal.identity.http.WebHandler;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import java.time.Clock;
import java.util.Map;

/** Where tokens are given out: one way for each {@code grant_type}. */
final class TokenEndpoint implements WebHandler {
  private final Clock clock;
  private final Directory directory;
  private final ClientAuthentication programs;
  private final Map<String, Grant> grants;

  TokenEndpoint(
      Clock clock, Directory directory, ClientAuthentication programs, Map<String, Grant> grants) {
    this.clock = clock;
    this.directory = directory;
    this.programs = programs;
    this.grants = grants;
  }

  @Override
  public WebAnswer answer(WebRequest request) {
    String realm = request.variable("tenant");
    if (!directory.hasRealm(realm)) {
      throw unknownTenant();
    }
    if (request.form().repeated().isPresent()) {
      throw EntraRefusal.invalidRequest(9002313, "Invalid request. Request is malformed.");
    }
    String type =
        request.form().find("grant_type").orElseThrow(() -> EntraRefusal.missing("grant_type"));
    Grant grant = grants.get(type);
    if (grant == null) {
      throw EntraRefusal.of("unsupported_grant_type", 70003, "The grant type is not supported.");
    }
    return WebAnswer.json(grant.answer(programs.authenticate(realm, request, clock.instant())));
  }

  static EntraRefusal unknownTenant() {
    return EntraRefusal.invalidRequest(90002, "Tenant not found.");
  }
}
