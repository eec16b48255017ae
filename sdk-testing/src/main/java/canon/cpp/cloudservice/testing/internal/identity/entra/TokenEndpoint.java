package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import java.time.Clock;
import java.util.Map;

/** The token endpoint: one handler for each {@code grant_type}. */
final class TokenEndpoint implements WebHandler {
  private final Clock clock;
  private final EntraDirectory directory;
  private final ClientAuthentication programs;
  private final Map<String, EntraGrant> grants;

  TokenEndpoint(
      Clock clock,
      EntraDirectory directory,
      ClientAuthentication programs,
      Map<String, EntraGrant> grants) {
    this.clock = clock;
    this.directory = directory;
    this.programs = programs;
    this.grants = grants;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String realm = request.variable("tenant");
    if (!directory.hasRealm(realm)) {
      throw unknownTenant();
    }
    if (request.form().repeated().isPresent()) {
      throw EntraErrorException.invalidRequest(9002313, "Invalid request. Request is malformed.");
    }
    String type =
        request
            .form()
            .find("grant_type")
            .orElseThrow(() -> EntraErrorException.missing("grant_type"));
    EntraGrant grant = grants.get(type);
    if (grant == null) {
      throw EntraErrorException.of(
          "unsupported_grant_type", 70003, "The grant type is not supported.");
    }
    return WebResponse.json(grant.respond(programs.authenticate(realm, request, clock.instant())));
  }

  static EntraErrorException unknownTenant() {
    return EntraErrorException.invalidRequest(90002, "Tenant not found.");
  }
}
