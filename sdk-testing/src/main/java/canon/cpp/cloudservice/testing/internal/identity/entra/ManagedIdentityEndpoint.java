package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.entra.TokenCall.Proof;
import canon.cpp.cloudservice.testing.internal.identity.http.Route;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint for applications on a host at Microsoft, without TLS: the protocol of App Service,
 * which requires a secret header, and that of virtual machines.
 */
public final class ManagedIdentityEndpoint {
  /** The path of the App Service protocol. */
  public static final String APP_SERVICE = "/msi/token";

  /** The required value of the header. */
  public static final String HEADER = "fake-entra-identity-header";

  private final Clock clock;
  private final EntraDirectory directory;
  private final EntraTokens tokens;
  private volatile @Nullable Identity identity;

  ManagedIdentityEndpoint(Clock clock, EntraDirectory directory, EntraTokens tokens) {
    this.clock = clock;
    this.directory = directory;
    this.tokens = tokens;
  }

  /** The identity of the applications on the host. */
  private record Identity(Tenant tenant, EntraRegistration app) {}

  public void runHostAs(Tenant tenant, EntraRegistration app) {
    identity = new Identity(tenant, app);
  }

  List<Route> routes() {
    return List.of(
        Route.get(IdentityEndpoint.MANAGED_IDENTITY, APP_SERVICE, this::appService),
        Route.get(
            IdentityEndpoint.MANAGED_IDENTITY,
            "/metadata/identity/oauth2/token",
            this::virtualMachine));
  }

  private WebResponse appService(WebRequest request) {
    return request.header("X-IDENTITY-HEADER").orElse("").equals(HEADER)
        ? token(request.query(), "2019-08-01")
        : rejected(401, "unauthorized_client", "The header X-IDENTITY-HEADER is wrong.");
  }

  private WebResponse virtualMachine(WebRequest request) {
    return request.header("Metadata").orElse("").equals("true")
        ? token(request.query(), "2018-02-01")
        : rejected(400, "invalid_request", "Required metadata header not specified");
  }

  private WebResponse token(Parameters query, String version) {
    if (!query.get("api-version").equals(version)) {
      return rejected(400, "invalid_request", "The api-version is not " + version);
    }
    Identity host = identity;
    boolean wanted =
        host != null
            && query.find("client_id").map(id -> id.equals(host.app().clientId())).orElse(true);
    if (host == null || !wanted) {
      return rejected(400, "invalid_request", "Identity not found");
    }
    Instant now = clock.instant();
    ObjectNode issued;
    try {
      Scopes scopes =
          Scopes.parse(List.of(query.get("resource") + "/" + Scopes.DEFAULT), directory);
      issued =
          tokens.forProgram(
              new TokenCall(host.tenant().id(), host.app(), Proof.ASSERTION, query, now),
              host.tenant(),
              scopes.resource().orElseThrow());
    } catch (EntraErrorException rejection) {
      return rejected(400, "invalid_resource", rejection.error().text());
    }
    long lifetime = issued.path("expires_in").asLong();
    return WebResponse.json(
        Json.object()
            .put("access_token", issued.path("access_token").asText())
            .put("client_id", host.app().clientId())
            // Numbers as text, unlike in all other responses.
            .put("expires_in", Long.toString(lifetime))
            .put("expires_on", Long.toString(now.getEpochSecond() + lifetime))
            .put("resource", query.get("resource"))
            .put("token_type", "Bearer"));
  }

  private static WebResponse rejected(int status, String error, String description) {
    return WebResponse.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
