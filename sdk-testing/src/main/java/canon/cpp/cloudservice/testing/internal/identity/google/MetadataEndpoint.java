package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.http.Route;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/** The metadata server of a virtual machine at Google: without TLS, on an address of its own. */
final class MetadataEndpoint {
  private static final String FLAVOR = "Metadata-Flavor";
  private static final String ACCOUNT = "/computeMetadata/v1/instance/service-accounts/default/";
  private static final List<String> SCOPES =
      List.of("https://www.googleapis.com/auth/cloud-platform");
  private final Clock clock;
  private final GoogleDirectory directory;
  private final GoogleTokens tokens;

  MetadataEndpoint(Clock clock, GoogleDirectory directory, GoogleTokens tokens) {
    this.clock = clock;
    this.directory = directory;
    this.tokens = tokens;
  }

  List<Route> routes() {
    return List.of(
        // Libraries use this to detect such a machine.
        Route.get(IdentityEndpoint.METADATA, "/", request -> text("computeMetadata/\n")),
        Route.get(
            IdentityEndpoint.METADATA,
            "/computeMetadata/v1/universe/universe-domain",
            guarded(request -> text("googleapis.com"))),
        Route.get(IdentityEndpoint.METADATA, ACCOUNT + "identity", ofHost(this::identity)),
        Route.get(IdentityEndpoint.METADATA, ACCOUNT + "token", ofHost(this::token)),
        Route.get(
            IdentityEndpoint.METADATA,
            ACCOUNT + "email",
            ofHost((account, request) -> text(account.email()))));
  }

  /** Only the full form of the token has the address. */
  private WebResponse identity(ServiceAccount account, WebRequest request) {
    String audience = request.query().get("audience");
    if (audience.isEmpty()) {
      return rejected(400, "non-empty audience parameter required");
    }
    boolean full = request.query().get("format").equals("full");
    return text(tokens.idToken(account, audience, full, clock.instant()));
  }

  private WebResponse token(ServiceAccount account, WebRequest request) {
    String wanted = request.query().get("scopes");
    List<String> scopes = wanted.isEmpty() ? SCOPES : List.of(wanted.split(",", -1));
    return WebResponse.json(tokens.forProgram(account.email(), scopes, clock.instant()))
        .with(FLAVOR, "Google");
  }

  private WebHandler ofHost(BiFunction<ServiceAccount, WebRequest, WebResponse> response) {
    return guarded(
        request ->
            directory
                .host()
                .map(account -> response.apply(account, request))
                .orElseGet(() -> rejected(404, "no service account is attached")));
  }

  /**
   * Returns a page in a browser, or a request through a proxy, cannot have this header by accident.
   */
  private static WebHandler guarded(WebHandler handler) {
    return request -> {
      if (!request.header(FLAVOR).orElse("").equals("Google")) {
        return rejected(403, "missing required header \"Metadata-Flavor\": \"Google\"");
      }
      return request.header("X-Forwarded-For").isPresent()
          ? rejected(403, "requests through a proxy are not answered")
          : handler.handle(request);
    };
  }

  private static WebResponse text(String text) {
    return WebResponse.text(200, "text/html", text).with(FLAVOR, "Google");
  }

  private static WebResponse rejected(int status, String text) {
    return WebResponse.json(status, Json.object().put("error", text)).with(FLAVOR, "Google");
  }
}
