package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The device code grant: a device polls for its token (RFC 8628, 3.4). */
final class DeviceGrant implements EntraGrant {
  static final String TYPE = "urn:ietf:params:oauth:grant-type:device_code";

  /** The name of the parameter before RFC 8628, which some of Microsoft's libraries still use. */
  static final String OLD_TYPE = "device_code";

  private final EntraDirectory directory;
  private final DeviceCodes<EntraAccount> codes;
  private final TokenLifetimes lifetimes;
  private final EntraTokens tokens;

  DeviceGrant(
      EntraDirectory directory,
      DeviceCodes<EntraAccount> codes,
      TokenLifetimes lifetimes,
      EntraTokens tokens) {
    this.directory = directory;
    this.codes = codes;
    this.lifetimes = lifetimes;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(TokenCall call) {
    String code =
        call.form()
            .find("device_code")
            .orElseThrow(() -> EntraErrorException.missing("device_code"));
    DeviceCodes.Answer<EntraAccount> response =
        codes.poll(call.app().clientId(), code, lifetimes.interval(), call.now());
    CompletedSignIn<EntraAccount> signedIn =
        response.signedIn().orElseThrow(() -> rejection(response.state()));
    Optional<EntraError> block =
        directory.concrete(signedIn.account().tenantId()).flatMap(Tenant::deviceCodeBlock);
    if (block.isPresent()) {
      throw new EntraErrorException(block.get());
    }
    ClaimsChallenges.check(signedIn.account());
    return tokens.forPerson(call, signedIn, Scopes.parse(signedIn.scopes(), directory));
  }

  private static EntraErrorException rejection(DeviceCodes.DeviceState state) {
    return switch (state) {
      case PENDING ->
          EntraErrorException.of(
              "authorization_pending",
              70016,
              "The request has not yet been authorized by the user.");
      case SLOW_DOWN -> EntraErrorException.of("slow_down", 70016, "The device asks too often.");
      case EXPIRED ->
          EntraErrorException.of("expired_token", 70020, "This device code has expired.");
      case DENIED ->
          EntraErrorException.of("authorization_declined", 70018, "The user denied the request.");
      case UNKNOWN, APPROVED ->
          EntraErrorException.of("bad_verification_code", 70018, "The device code is not known.");
    };
  }
}
