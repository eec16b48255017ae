package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.identity.TokenAccounts;
import canon.cpp.cloudservice.testing.internal.identity.TokenRejectedException;
import canon.cpp.cloudservice.testing.internal.identity.TokenVerifier;
import canon.cpp.cloudservice.testing.internal.identity.VerifiedToken;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the token of a request and checks whether it is valid. */
public final class RequestAuthentication {
  private static final String SCHEME = "Bearer ";
  private final Tokens tokens;
  private volatile @Nullable TokenVerifier verifier;

  public RequestAuthentication(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Also accepts the tokens of identity providers. */
  public void trust(TokenVerifier identityProviders) {
    verifier = identityProviders;
  }

  /**
   * Returns the token of a request, valid or not, if the fake or a trusted identity provider issued
   * it.
   */
  public Optional<IssuedToken> tokenIn(HttpHeaders headers) {
    List<String> sent = headers.all("Authorization");
    if (sent.size() != 1 || !sent.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String text = sent.get(0).substring(SCHEME.length()).strip();
    TokenVerifier trusted = verifier;
    return trusted == null
        ? tokens.find(text)
        : tokens.find(text).or(() -> verified(trusted, text));
  }

  private Optional<IssuedToken> verified(TokenVerifier trusted, String text) {
    try {
      VerifiedToken token = trusted.verifyAllButLife(text);
      return Optional.of(tokens.accept(text, TokenAccounts.read(token), token.expiresAt()));
    } catch (TokenRejectedException e) {
      return Optional.empty();
    }
  }

  /**
   * Rejects a request whose token is missing, revoked or expired, or whose session has ended unless
   * that is allowed.
   */
  public static IssuedToken check(
      Optional<IssuedToken> sent, boolean evenAfterLogOut, Instant now) {
    IssuedToken token =
        sent.filter(found -> !found.isRevoked())
            .orElseThrow(() -> new ProblemException(ProblemKind.UNAUTHENTICATED));
    if (token.isEnded() && !evenAfterLogOut) {
      throw new ProblemException(ProblemKind.SESSION_ENDED);
    }
    if (token.isExpired(now) && !token.isEnded()) {
      throw new ProblemException(ProblemKind.TOKEN_EXPIRED);
    }
    return token;
  }
}
