package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import canon.cpp.cloudservice.signin.internal.jwt.IdTokenValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An ID token received directly from Google. The service receives it, because Google's access
 * tokens are opaque to others.
 */
final class GoogleIdToken {
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final String text;
  private final IdToken claims;
  private final IdentityHttp http;

  private GoogleIdToken(String text, IdToken claims, IdentityHttp http) {
    this.text = text;
    this.claims = claims;
    this.http = http;
  }

  /**
   * Reads a token.
   *
   * @param http names the provider in errors
   */
  static GoogleIdToken read(String text, IdentityHttp http) {
    try {
      return new GoogleIdToken(text, IdToken.read(text), http);
    } catch (IllegalArgumentException e) {
      throw useless(http, "the received ID token is malformed");
    }
  }

  /** Returns the token of a user, checked by the validator. */
  static GoogleIdToken ofUser(
      IdentityResponse response,
      @Nullable String nonce,
      IdTokenValidator validator,
      IdentityHttp http) {
    IdToken claims = validator.validate(response, nonce);
    return new GoogleIdToken(response.text("id_token").orElse(""), claims, http);
  }

  /** Rejects a token with another audience. */
  void checkAudience(String audience) {
    if (!claims.isFor(audience)) {
      throw useless(http, "the ID token is for another audience");
    }
  }

  /** Rejects a token without the address of the account. */
  void checkAddress() {
    if (claims.email().isEmpty()) {
      throw useless(http, "the ID token contains no address");
    }
  }

  /** Returns the account. */
  SignedInAccount account() {
    String subject =
        claims.subject().orElseThrow(() -> useless(http, "the ID token contains no account"));
    return new SignedInAccount(IdentityProvider.GOOGLE, subject, null, claims.email().orElse(null));
  }

  /**
   * Returns an access token whose lifetime starts now, because this machine's clock may be wrong.
   */
  AccessToken datedBy(Clock clock) {
    return AccessToken.of(text).expiringAt(clock.instant().plus(Duration.between(issued(), end())));
  }

  /**
   * Returns an access token that may have been issued earlier, as metadata servers do: it expires
   * at its own time, unless this machine's clock contradicts that.
   */
  AccessToken datedByItself(Clock clock) {
    Instant now = clock.instant();
    AccessToken fresh = datedBy(clock);
    boolean sensible = now.isBefore(end()) && !now.plus(SKEW).isBefore(issued());
    return sensible && fresh.expiresAt().filter(end()::isBefore).isPresent()
        ? fresh.expiringAt(end())
        : fresh;
  }

  private Instant issued() {
    return claims.issuedAt().orElseThrow(() -> useless(http, "the ID token has no issue time"));
  }

  private Instant end() {
    return claims.expiresAt().orElseThrow(() -> useless(http, "the ID token has no expiry time"));
  }

  private static AuthenticationException useless(IdentityHttp http, String summary) {
    return http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary(summary)
        .remedy(
            "Start again; if the failure persists, check which server responds for Google"
                + " in this network.")
        .build();
  }

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "GoogleIdToken[hidden]";
  }
}
