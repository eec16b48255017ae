package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.identity.entra.TokenCall.Proof;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Authenticates the client of a token request. */
final class ClientAuthentication {
  private static final String BASIC = "Basic ";
  private static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private final EntraDirectory directory;
  private final ClientAssertions assertions;

  ClientAuthentication(EntraDirectory directory, ClientAssertions assertions) {
    this.directory = directory;
    this.assertions = assertions;
  }

  TokenCall authenticate(String realm, WebRequest request, Instant now) {
    Parameters form = request.form();
    Optional<Basic> basic = basic(request);
    String clientId = basic.map(Basic::clientId).orElse(form.get("client_id"));
    String secret = basic.map(Basic::secret).orElse(form.get("client_secret"));
    String assertion = form.get("client_assertion");
    if (clientId.isEmpty()) {
      throw EntraErrorException.missing("client_id");
    }
    EntraRegistration app = directory.findApp(clientId).orElseThrow(ClientAuthentication::unknown);
    return new TokenCall(realm, app, proof(realm, app, secret, assertion, form, now), form, now);
  }

  private Proof proof(
      String realm,
      EntraRegistration app,
      String secret,
      String assertion,
      Parameters form,
      Instant now) {
    if (!secret.isEmpty() && !assertion.isEmpty()) {
      throw EntraErrorException.invalidRequest(90023, "Send either a secret or an assertion.");
    }
    if (!app.isConfidential()) {
      if (!secret.isEmpty() || !assertion.isEmpty()) {
        throw EntraErrorException.invalidClient(
            700025,
            "Client is public so neither 'client_assertion' nor 'client_secret' should be"
                + " presented.");
      }
      return Proof.NONE;
    }
    if (!assertion.isEmpty()) {
      if (!form.get("client_assertion_type").equals(JWT)) {
        throw EntraErrorException.missing("client_assertion_type");
      }
      assertions.check(realm, app, assertion, now);
      return Proof.ASSERTION;
    }
    if (secret.isEmpty()) {
      throw EntraErrorException.invalidClient(
          7000218,
          "The request body must contain the following parameter: 'client_assertion' or"
              + " 'client_secret'.");
    }
    if (!app.hasSecret(secret)) {
      throw EntraErrorException.invalidClient(7000215, "Invalid client secret provided.");
    }
    return Proof.SECRET;
  }

  /** Returns the other way of sending the secret (RFC 6749, 2.3.1). */
  private static Optional<Basic> basic(WebRequest request) {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, BASIC, 0, BASIC.length()))
        .map(value -> value.substring(BASIC.length()).trim())
        .map(ClientAuthentication::decode);
  }

  private static Basic decode(String value) {
    try {
      String[] parts =
          new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).split(":", 2);
      return new Basic(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw EntraErrorException.invalidClient(7000215, "The header Authorization is malformed.");
    }
  }

  private static EntraErrorException unknown() {
    return EntraErrorException.of(
        "unauthorized_client", 700016, "Application was not found in the directory.");
  }

  /** Returns the credentials of the header. */
  private record Basic(String clientId, String secret) {}
}
