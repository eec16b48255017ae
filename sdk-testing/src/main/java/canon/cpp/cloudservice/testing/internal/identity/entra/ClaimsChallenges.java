package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.identity.EntraError;
import java.util.Optional;

/** What an account has to do before it can obtain tokens again. */
final class ClaimsChallenges {
  private ClaimsChallenges() {}

  static void check(EntraAccount account) {
    Optional<EntraError> demanded = account.requiredError();
    if (demanded.isPresent()) {
      throw new EntraErrorException(demanded.get());
    }
  }

  /** A sign-in with a browser is enough unless claims are required. */
  static void meet(EntraAccount account, String claims) {
    Optional<EntraError> demanded = account.requiredError();
    boolean met =
        demanded
            .map(EntraError::claims)
            .filter(asked -> asked.isEmpty() || ClaimsRequest.same(asked, claims))
            .isPresent();
    if (met) {
      account.requireNothing();
    }
  }
}
