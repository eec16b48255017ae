package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;

/** The device authorization endpoint (RFC 8628, 3.1). */
final class DeviceCodeEndpoint implements WebHandler {
  static final String PAGE = "/common/oauth2/deviceauth";
  private final URI address;
  private final Clock clock;
  private final TokenLifetimes lifetimes;
  private final EntraDirectory directory;
  private final DeviceCodes<EntraAccount> codes;

  DeviceCodeEndpoint(
      URI address,
      Clock clock,
      TokenLifetimes lifetimes,
      EntraDirectory directory,
      DeviceCodes<EntraAccount> codes) {
    this.address = address;
    this.clock = clock;
    this.lifetimes = lifetimes;
    this.directory = directory;
    this.codes = codes;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String realm = request.variable("tenant");
    Parameters form = request.form();
    if (!directory.hasRealm(realm)) {
      throw TokenEndpoint.unknownTenant();
    }
    String clientId =
        form.find("client_id").orElseThrow(() -> EntraErrorException.missing("client_id"));
    if (directory.findApp(clientId).isEmpty()) {
      throw EntraErrorException.of(
          "unauthorized_client", 700016, "Application was not found in the directory.");
    }
    if (form.words("scope").isEmpty()) {
      throw EntraErrorException.missing("scope");
    }
    Scopes scopes = Scopes.parse(form.words("scope"), directory);
    DeviceCodes.Pair pair =
        codes.issue(
            new DeviceCodes.Waiting(realm, clientId, scopes.asked()),
            scopes.has("offline_access"),
            clock.instant().plus(lifetimes.deviceCode()));
    String page = address + PAGE;
    ObjectNode response =
        Json.object()
            .put("user_code", pair.userCode())
            .put("device_code", pair.deviceCode())
            .put("verification_uri", page)
            .put("expires_in", lifetimes.deviceCode().toSeconds());
    if (!lifetimes.isIntervalHidden()) {
      response.put("interval", lifetimes.interval().toSeconds());
    }
    return WebResponse.json(
        response.put(
            "message",
            "To sign in, use a web browser to open the page "
                + page
                + " and enter the code "
                + pair.userCode()
                + " to authenticate."));
  }
}
