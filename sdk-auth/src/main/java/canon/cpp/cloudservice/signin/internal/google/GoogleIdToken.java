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
 * An ID token that came straight from Google. It is what the service gets, because Google's access
 * tokens tell nothing to anybody else.
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
   * @param http names who failed
   */
  static GoogleIdToken read(String text, IdentityHttp http) {
    try {
      return new GoogleIdToken(text, IdToken.read(text), http);
    } catch (IllegalArgumentException e) {
      throw useless(http, "what came as an ID token is none");
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

  /** Rejects one that is for somebody else. */
  void checkAudience(String audience) {
    if (!claims.isFor(audience)) {
      throw useless(http, "the ID token is for another audience");
    }
  }

  /** Rejects one that does not say by which address the account is known. */
  void checkAddress() {
    if (claims.email().isEmpty()) {
      throw useless(http, "the ID token has no address");
    }
  }

  /** Whose it is. */
  SignedInAccount account() {
    String subject =
        claims.subject().orElseThrow(() -> useless(http, "the ID token names no account"));
    return new SignedInAccount(IdentityProvider.GOOGLE, subject, null, claims.email().orElse(null));
  }

  /**
   * A token that was made now: its life counts from now, because this machine's clock may be wrong.
   */
  AccessToken datedBy(Clock clock) {
    return AccessToken.of(text).expiringAt(clock.instant().plus(Duration.between(issued(), end())));
  }

  /**
   * A token that may have been made for somebody else before, as metadata servers give them: it
   * ends when it says, unless this machine's clock makes nonsense of that.
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
    return claims.issuedAt().orElseThrow(() -> useless(http, "the ID token names no beginning"));
  }

  private Instant end() {
    return claims.expiresAt().orElseThrow(() -> useless(http, "the ID token names no end"));
  }

  private static AuthenticationException useless(IdentityHttp http, String summary) {
    return http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary(summary)
        .remedy("Start again; if it stays, check what answers for Google in this network.")
        .build();
  }

  /** Shows nothing of what it says. */
  @Override
  public String toString() {
    return "GoogleIdToken[hidden]";
  }
}
