package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.signin.SealingKey;
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

/**
 * A session as a text that another node can open. It ends by that node's wall clock. It is bound to
 * the app's registration, so that the code of one app is not redeemed by another.
 *
 * @param timeLeft the time before it expires, at most five minutes
 */
record SealedSession(AuthorizationRequest request, Duration timeLeft) {
  /** How much the clocks of two nodes may differ. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private static final JsonMapper JSON = new JsonMapper();

  String seal(SealingKey key, Registration registration, Clock clock) {
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
        .encodeToString(new Seal(key.secretKey()).close(content, context(registration)));
  }

  static SealedSession open(String sealed, SealingKey key, Registration registration, Clock clock) {
    String provider = registration.provider();
    Seal seal = new Seal(key.secretKey());
    JsonNode json;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      json = JSON.readTree(seal.open(bytes, context(registration)));
    } catch (BrokenSealException e) {
      throw unusable(provider, String.valueOf(e.getMessage())).build();
    } catch (IllegalArgumentException | IOException e) {
      throw unusable(provider, "it is damaged").build();
    }
    Instant end = Instant.ofEpochMilli(json.path("end").asLong());
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative() || left.isZero()) {
      throw AuthenticationException.builder(AuthenticationErrorKind.CODE_EXPIRED)
          .provider(provider)
          .summary("the sealed sign-in is over five minutes old by this machine's clock")
          .remedy("Begin a new one; if it is not that old, compare the clocks of the nodes.")
          .build();
    }
    Duration ahead = left.minus(DefaultAuthorizationCodeSession.LIFETIME);
    if (ahead.compareTo(CLOCK_SKEW) > 0) {
      throw AuthenticationException.builder(AuthenticationErrorKind.CLOCK_SKEW)
          .provider(provider)
          .summary(
              "the sealed sign-in was begun "
                  + ahead.toSeconds()
                  + " s in the future by this machine's clock")
          .remedy(
              "Synchronize the clocks of all nodes; a difference of "
                  + CLOCK_SKEW.toSeconds()
                  + " s is accepted. Then begin a new sign-in.")
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
    return new SealedSession(
        request, ahead.isNegative() ? left : DefaultAuthorizationCodeSession.LIFETIME);
  }

  private static String context(Registration registration) {
    return "prismasync sign-in session at "
        + registration.provider()
        + ", "
        + registration.description();
  }

  private static AuthenticationExceptionBuilder unusable(String provider, String why) {
    return AuthenticationException.builder(AuthenticationErrorKind.DENIED)
        .provider(provider)
        .summary("the sealed sign-in cannot be opened: " + why)
        .remedy("Begin a new one; check that all nodes have the same key and configuration.");
  }
}
