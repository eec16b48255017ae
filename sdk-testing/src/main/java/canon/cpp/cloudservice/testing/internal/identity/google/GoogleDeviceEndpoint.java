package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * The device authorization endpoint. Google names the field {@code verification_url}, not {@code
 * verification_uri}.
 */
final class GoogleDeviceEndpoint implements WebHandler {
  private final URI address;
  private final Clock clock;
  private final TokenLifetimes lifetimes;
  private final GoogleClientAuthentication programs;
  private final DeviceCodes<GoogleAccount> codes;

  GoogleDeviceEndpoint(
      URI address,
      Clock clock,
      TokenLifetimes lifetimes,
      GoogleClientAuthentication programs,
      DeviceCodes<GoogleAccount> codes) {
    this.address = address;
    this.clock = clock;
    this.lifetimes = lifetimes;
    this.programs = programs;
    this.codes = codes;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    GoogleRegistration program = programs.named(request.form());
    List<String> scopes = request.form().words("scope");
    if (scopes.isEmpty()) {
      throw OAuthErrorException.missing("scope");
    }
    DeviceCodes.Pair pair =
        codes.issue(
            new DeviceCodes.Waiting("", program.clientId(), scopes),
            true,
            clock.instant().plus(lifetimes.deviceCode()));
    ObjectNode response =
        Json.object()
            .put("device_code", pair.deviceCode())
            .put("user_code", pair.userCode())
            .put("verification_url", address + GoogleEndpoints.DEVICE_PAGE)
            .put("expires_in", lifetimes.deviceCode().toSeconds());
    if (!lifetimes.isIntervalHidden()) {
      response.put("interval", lifetimes.interval().toSeconds());
    }
    return WebResponse.json(response);
  }
}
