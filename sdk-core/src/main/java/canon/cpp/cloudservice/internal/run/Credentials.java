package canon.cpp.cloudservice.internal.run;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call: what to request next, and whether another token helps. A call tries at
 * most one fresh token, and one token with the claims that the service requires.
 */
final class Credentials {
  private final Set<String> scopes;
  private final boolean canRefresh;
  private @Nullable AccessToken current;
  private @Nullable AccessToken rejected;
  private @Nullable CloudServiceException rejection;
  private @Nullable String claims;
  private boolean refreshed;

  Credentials(Set<String> scopes, boolean canRefresh) {
    this.scopes = scopes;
    this.canRefresh = canRefresh;
  }

  TokenRequest request(Duration timeLeft) {
    TokenRequest request = TokenRequest.within(timeLeft).withScopes(scopes);
    if (claims != null) {
      request = request.withClaims(claims);
    }
    return rejected == null ? request : request.afterRejectionOf(rejected);
  }

  /**
   * Sets the token of the next attempt.
   *
   * @throws CloudServiceException the rejection, if this is the rejected token again
   */
  void use(AccessToken token) {
    if (token.equals(rejected) && rejection != null) {
      throw rejection;
    }
    current = token;
  }

  /** Returns the token of the current attempt. */
  AccessToken current() {
    return requireNonNull(current, "token");
  }

  /** Returns whether another token may help; if so, that one is requested next. */
  boolean helpAgainst(ServiceResponse answer) {
    if (!canRefresh || !answer.isUnauthorized() || answer.hasCode(ProblemCode.SESSION_ENDED)) {
      return false;
    }
    String required = ClaimsChallenge.read(answer.http().headers());
    if (required != null) {
      boolean first = claims == null;
      claims = required;
      return first;
    }
    boolean fresh = !refreshed && asksForFreshToken(answer);
    refreshed |= fresh;
    return fresh;
  }

  /** Stores the rejection of the token, for the case that the provider returns no other. */
  void reject(CloudServiceException failure) {
    rejected = current;
    rejection = failure;
  }

  /** Only these two codes mean that a fresh token may help; a session that was ended does not. */
  private static boolean asksForFreshToken(ServiceResponse answer) {
    return answer.hasCode(ProblemCode.UNAUTHENTICATED) || answer.hasCode(ProblemCode.TOKEN_EXPIRED);
  }
}
