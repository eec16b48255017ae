package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signed client assertions (RFC 7523, 3): signed with the key of a registered certificate, or by an
 * issuer that is trusted for the application.
 */
final class ClientAssertions {
  private static final Set<String> ALGORITHMS = Set.of(Jwt.RS256, Jwt.PS256);
  private static final String FEDERATION_AUDIENCE = "api://AzureADTokenExchange";
  private final URI address;
  private final EntraDirectory directory;

  ClientAssertions(URI address, EntraDirectory directory) {
    this.address = address;
    this.directory = directory;
  }

  void check(String realm, EntraRegistration app, String text, Instant now) {
    Jwt assertion;
    try {
      assertion = Jwt.parse(text);
    } catch (IllegalArgumentException e) {
      throw rejected(50027, "The JWT is invalid.");
    }
    if (!assertion.isAliveAt(now) || !assertion.hasBegunAt(now)) {
      throw rejected(700024, "Client assertion is not within its valid time range.");
    }
    if (assertion.claim("iss").equals(app.clientId())) {
      checkOwn(realm, app, assertion);
    } else {
      checkFederated(app, assertion);
    }
  }

  private void checkOwn(String realm, EntraRegistration app, Jwt assertion) {
    if (!assertion.claim("sub").equals(app.clientId())) {
      throw rejected(700021, "Client assertion issuer and subject must match.");
    }
    if (assertion.audiences().stream().noneMatch(audience -> isOurs(realm, audience))) {
      throw rejected(700023, "Client assertion audience claim does not match.");
    }
    Optional<PublicKey> key =
        app.certificate(assertion.header("x5t#S256"))
            .or(() -> app.certificate(assertion.header("x5t")))
            .map(certificate -> certificate.getPublicKey());
    if (key.isEmpty() || !assertion.isSignedBy(key.get(), ALGORITHMS)) {
      throw rejected(700027, "The certificate with which the assertion was signed is not known.");
    }
  }

  /**
   * Returns whether it is the token endpoint of the tenant, by its id or its name. The port is not
   * compared: an application may use another one that is routed here.
   */
  private boolean isOurs(String realm, String audience) {
    URI asked;
    try {
      asked = URI.create(audience);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String id = directory.concrete(realm).map(Tenant::id).orElse(realm);
    return address.getScheme().equals(asked.getScheme())
        && address.getHost().equals(asked.getHost())
        && List.of(path(realm), path(id)).contains(asked.getRawPath());
  }

  private static String path(String realm) {
    return "/" + realm + "/oauth2/v2.0/token";
  }

  private static void checkFederated(EntraRegistration app, Jwt assertion) {
    List<EntraRegistration.Federation> issuers =
        app.federations().stream()
            .filter(federation -> federation.issuer().equals(assertion.claim("iss")))
            .toList();
    if (issuers.isEmpty()) {
      throw rejected(700211, "No matching federated identity record found for assertion issuer.");
    }
    List<EntraRegistration.Federation> subjects =
        issuers.stream()
            .filter(federation -> federation.subject().equals(assertion.claim("sub")))
            .toList();
    if (subjects.isEmpty()) {
      throw rejected(700213, "No matching federated identity record found for assertion subject.");
    }
    if (!assertion.audiences().contains(FEDERATION_AUDIENCE)) {
      throw rejected(700212, "No matching federated identity record found for assertion audience.");
    }
    if (subjects.stream().noneMatch(one -> assertion.isSignedBy(one.key(), ALGORITHMS))) {
      throw rejected(50013, "Assertion failed signature validation.");
    }
  }

  private static EntraErrorException rejected(int code, String text) {
    return EntraErrorException.invalidClient(code, text);
  }
}
