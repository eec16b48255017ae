package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one execution: what to ask for next, and whether another one helps. Each of two
 * things helps at most once: a fresh token, and a token with the claims that the service demands.
 */
final class Credentials {
  private static final int UNAUTHORIZED = 401;

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
   * Takes the token for the next attempt.
   *
   * @throws CloudServiceException the rejection of the rejected token, if it is that one again
   */
  void use(AccessToken token) {
    if (token.equals(rejected) && rejection != null) {
      throw rejection;
    }
    current = token;
  }

  /** Whether another token helps against the rejection; if so, that is what is asked for next. */
  boolean helpAgainst(ServiceResponse answer) {
    if (!canRefresh
        || answer.http().status() != UNAUTHORIZED
        || is(ProblemCode.SESSION_ENDED, answer)) {
      return false;
    }
    String demanded = ClaimsChallenge.read(answer.http().headers());
    if (demanded != null) {
      boolean first = claims == null;
      claims = demanded;
      return first;
    }
    boolean fresh = !refreshed && isForAFreshToken(answer);
    refreshed |= fresh;
    return fresh;
  }

  /** Keeps what the token was rejected with, in case there is no other. */
  void reject(CloudServiceException failure) {
    rejected = current;
    rejection = failure;
  }

  /** Only these two codes mean that another token helps; a logged-out session never does. */
  private static boolean isForAFreshToken(ServiceResponse answer) {
    return is(ProblemCode.UNAUTHENTICATED, answer) || is(ProblemCode.TOKEN_EXPIRED, answer);
  }

  private static boolean is(ProblemCode code, ServiceResponse answer) {
    return answer.problem() != null && answer.problem().code().equals(code);
  }
}
