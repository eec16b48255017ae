package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;
import canon.cpp.cloudservice.testing.internal.identity.http.WebAnswer;
import canon.cpp.cloudservice.testing.internal.identity.http.WebHandler;
import canon.cpp.cloudservice.testing.internal.identity.http.WebRequest;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.Lives;
import canon.cpp.cloudservice.testing.internal.identity.text.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;

/** Where a device gets its code (RFC 8628, 3.1). */
final class DeviceCodeEndpoint implements WebHandler {
  static final String PAGE = "/common/oauth2/deviceauth";
  private final URI address;
  private final Clock clock;
  private final Lives lives;
  private final Directory directory;
  private final DeviceCodes<EntraAccount> codes;

  DeviceCodeEndpoint(
      URI address, Clock clock, Lives lives, Directory directory, DeviceCodes<EntraAccount> codes) {
    this.address = address;
    this.clock = clock;
    this.lives = lives;
    this.directory = directory;
    this.codes = codes;
  }

  @Override
  public WebAnswer answer(WebRequest request) {
    String realm = request.variable("tenant");
    Parameters form = request.form();
    if (!directory.hasRealm(realm)) {
      throw TokenEndpoint.unknownTenant();
    }
    String clientId = form.find("client_id").orElseThrow(() -> EntraRefusal.missing("client_id"));
    if (directory.findApp(clientId).isEmpty()) {
      throw EntraRefusal.of(
          "unauthorized_client", 700016, "Application was not found in the directory.");
    }
    if (form.words("scope").isEmpty()) {
      throw EntraRefusal.missing("scope");
    }
    Scopes scopes = Scopes.parse(form.words("scope"), directory);
    DeviceCodes.Pair pair =
        codes.issue(
            new DeviceCodes.Waiting(realm, clientId, scopes.asked()),
            scopes.has("offline_access"),
            clock.instant().plus(lives.deviceCode()));
    String page = address + PAGE;
    ObjectNode answer =
        Json.object()
            .put("user_code", pair.userCode())
            .put("device_code", pair.deviceCode())
            .put("verification_uri", page)
            .put("expires_in", lives.deviceCode().toSeconds());
    if (!lives.isIntervalHidden()) {
      answer.put("interval", lives.interval().toSeconds());
    }
    return WebAnswer.json(
        answer.put(
            "message",
            "To sign in, use a web browser to open the page "
                + page
                + " and enter the code "
                + pair.userCode()
                + " to authenticate."));
  }
}
