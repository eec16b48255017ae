package canon.cpp.cloudservice.signin.internal.jwt;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks the ID token of a user as OpenID Connect Core 3.1.3.7 demands, except for the signature:
 * the token endpoint's TLS certificate takes its place.
 *
 * <p>The current time is the one of this machine, or the one of the {@code Date} header of the
 * response that contained the token. A printer with a wrong clock can sign in like that; a token
 * that is invalid by both clocks is rejected.
 */
public final class IdTokenValidator {
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final IdentityHttp http;
  private final String clientId;
  private final Predicate<IdToken> issuer;
  private final Clock clock;

  /**
   * Creates a validator for one application.
   *
   * @param http names the provider in exceptions
   * @param clientId the application, the only audience that is accepted
   * @param issuer whether the token's issuer is the provider
   */
  public IdTokenValidator(
      IdentityHttp http, String clientId, Predicate<IdToken> issuer, Clock clock) {
    this.http = http;
    this.clientId = clientId;
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * Reads and checks the {@code id_token} of a response.
   *
   * @param nonce the nonce of the authorization request; null if there was none
   * @throws AuthenticationException if the token is missing or invalid. The kind is {@code DENIED}
   *     if it belongs to another application or sign-in, {@code CLOCK_SKEW} if it is not valid at
   *     this time, otherwise {@code TOKEN_ENDPOINT}
   */
  public IdToken validate(IdentityResponse response, @Nullable String nonce) {
    IdToken token = read(response.text("id_token").orElse(""));
    if (!issuer.test(token)) {
      throw unusable("the ID token is of another issuer");
    }
    if (token.subject().isEmpty()) {
      throw unusable("the ID token names no subject");
    }
    if (!token.isFor(clientId)) {
      throw denied("the ID token is for another audience");
    }
    if (token.has("azp") && token.text("azp").filter(clientId::equals).isEmpty()) {
      throw denied("the ID token was issued to another application");
    }
    if (nonce != null && !token.text("nonce").filter(given -> same(nonce, given)).isPresent()) {
      throw denied("the ID token belongs to another sign-in");
    }
    checkTimes(token, response.date());
    return token;
  }

  private IdToken read(String text) {
    if (text.isEmpty()) {
      throw unusable("the response contains no ID token");
    }
    try {
      return IdToken.read(text);
    } catch (IllegalArgumentException e) {
      throw unusable("the ID token is invalid: " + e.getMessage());
    }
  }

  private void checkTimes(IdToken token, Optional<Instant> providerTime) {
    Optional<Instant> issuedAt = token.issuedAt();
    Optional<Instant> expiresAt = token.expiresAt();
    if (issuedAt.isEmpty()
        || expiresAt.isEmpty()
        || !issuedAt.get().isBefore(expiresAt.get())
        || (token.has("nbf") && token.notBefore().isEmpty())) {
      throw unusable("the ID token has no valid times (iat, exp, nbf)");
    }
    boolean valid =
        isValidAt(token, clock.instant())
            || providerTime.filter(time -> isValidAt(token, time)).isPresent();
    if (!valid) {
      throw http.failure(AuthenticationErrorKind.CLOCK_SKEW)
          .summary("the ID token has expired, or is not valid yet, by this machine's clock")
          .build();
    }
  }

  private static boolean isValidAt(IdToken token, Instant now) {
    Instant latestStart = now.plus(CLOCK_SKEW);
    return token.expiresAt().filter(now.minus(CLOCK_SKEW)::isBefore).isPresent()
        && token.issuedAt().filter(latestStart::isBefore).isEmpty()
        && token.notBefore().filter(latestStart::isBefore).isEmpty();
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private AuthenticationException denied(String summary) {
    return http.failure(AuthenticationErrorKind.DENIED)
        .summary(summary)
        .remedy("Sign in again.")
        .build();
  }

  private AuthenticationException unusable(String summary) {
    return http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary(summary)
        .remedy("Check the configured address, and which server responds there.")
        .build();
  }
}
