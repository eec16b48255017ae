package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.signin.internal.crypto.BrokenSealException;
import canon.cpp.cloudservice.signin.internal.crypto.Seal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * A session on its way to another node, by whose wall clock it ends. It is bound to the app's
 * registration, so that the code of one app is not redeemed as another.
 */
record SealedSession(AuthorizationRequest request, Duration timeLeft) {
  private static final JsonMapper JSON = new JsonMapper();

  String seal(SecretKey key, String provider, String registration, Clock clock) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("end", clock.instant().plus(timeLeft).toEpochMilli())
            .put("redirectUri", request.redirectUri().toString())
            .put("state", request.state())
            .put("nonce", request.nonce())
            .put("codeVerifier", request.codeVerifier())
            .put("formPost", request.formPost())
            .put("loginHint", request.loginHint())
            .put("claims", request.claims());
    byte[] content = json.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(new Seal(key).close(content, context(provider, registration)));
  }

  static SealedSession open(
      String sealed, SecretKey key, String provider, String registration, Clock clock) {
    Seal seal = new Seal(key);
    JsonNode json;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      json = JSON.readTree(seal.open(bytes, context(provider, registration)));
    } catch (BrokenSealException e) {
      throw unusable(provider, String.valueOf(e.getMessage())).build();
    } catch (IllegalArgumentException | IOException e) {
      throw unusable(provider, "it is damaged").build();
    }
    Instant end = Instant.ofEpochMilli(json.path("end").asLong());
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative()
        || left.isZero()
        || left.compareTo(DefaultAuthorizationCodeSession.LIFE) > 0) {
      throw AuthenticationException.builder(AuthenticationErrorKind.CODE_EXPIRED)
          .provider(provider)
          .summary("the sealed sign-in is over five minutes old by this machine's clock")
          .remedy("Begin a new one; if it is not that old, compare the clocks of the nodes.")
          .build();
    }
    AuthorizationRequest request =
        new AuthorizationRequest(
            URI.create(json.path("redirectUri").asText()),
            json.path("state").asText(),
            json.path("nonce").asText(),
            json.path("codeVerifier").asText(),
            json.path("formPost").asBoolean(),
            json.path("loginHint").textValue(),
            json.path("claims").textValue());
    return new SealedSession(request, left);
  }

  private static String context(String provider, String registration) {
    return "prismasync sign-in session at " + provider + ", " + registration;
  }

  private static AuthenticationExceptionBuilder unusable(String provider, String why) {
    return AuthenticationException.builder(AuthenticationErrorKind.DENIED)
        .provider(provider)
        .summary("the sealed sign-in cannot be opened: " + why)
        .remedy("Begin a new one; check that all nodes have the same key and configuration.");
  }
}
