package canon.cpp.cloudservice.testing.internal.identity;

import canon.cpp.cloudservice.testing.internal.identity.TokenRejectedException.Reason;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Verifies tokens as a service must: signature, issuer, audience and times. */
public final class TokenVerifier {
  private static final Set<String> ALGORITHMS = Set.of(Jwt.RS256);
  private final Clock clock;
  private final List<TrustedIssuer> issuers;

  public TokenVerifier(Clock clock, List<TrustedIssuer> issuers) {
    this.clock = clock;
    this.issuers = List.copyOf(issuers);
  }

  /**
   * Verifies a token.
   *
   * @throws TokenRejectedException if it is not to be trusted; that it has expired is said only of
   *     one that is good in every other way
   */
  public VerifiedToken verify(String text) {
    VerifiedToken token = verifyAllButLife(text);
    rejectUnless(clock.instant().isBefore(token.expiresAt()), Reason.EXPIRED);
    return token;
  }

  /**
   * Verifies a token, which may have expired; for callers that treat an expired token separately.
   *
   * @throws TokenRejectedException if it is not to be trusted
   */
  public VerifiedToken verifyAllButLife(String text) {
    Jwt token;
    try {
      token = Jwt.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TokenRejectedException(Reason.UNREADABLE);
    }
    TrustedIssuer issuer =
        issuers.stream()
            .filter(trusted -> trusted.hasIssued(token))
            .findFirst()
            .orElseThrow(() -> new TokenRejectedException(Reason.ISSUER));
    RSAPublicKey key = issuer.keys().get(token.header("kid"));
    if (key == null) {
      throw new TokenRejectedException(Reason.KEY);
    }
    rejectUnless(token.isSignedBy(key, ALGORITHMS), Reason.SIGNATURE);
    rejectUnless(issuer.isMeantForUs(token), Reason.AUDIENCE);
    rejectUnless(token.hasBegunAt(clock.instant()), Reason.NOT_YET);
    Instant end = token.end().orElseThrow(() -> new TokenRejectedException(Reason.EXPIRED));
    return new VerifiedToken(issuer, token.claims(), end);
  }

  private static void rejectUnless(boolean good, Reason reason) {
    if (!good) {
      throw new TokenRejectedException(reason);
    }
  }
}
