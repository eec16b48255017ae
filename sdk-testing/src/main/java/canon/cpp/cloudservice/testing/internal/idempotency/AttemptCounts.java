package canon.cpp.cloudservice.testing.internal.idempotency;

import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts how often each account has sent each idempotency key since the state was last replaced.
 * Guarded by the lock of the store.
 */
public final class AttemptCounts {
  private final Map<Optional<AccountKey>, Map<String, Integer>> byAccount = new HashMap<>();

  /**
   * Counts one use of a key.
   *
   * @param account the account of the token; empty if the token is not known
   * @return the number of uses, including this one
   */
  public int count(Optional<AccountKey> account, String key) {
    return byAccount
        .computeIfAbsent(account, unknown -> new HashMap<>())
        .merge(key, 1, Integer::sum);
  }

  public void clear() {
    byAccount.clear();
  }
}
