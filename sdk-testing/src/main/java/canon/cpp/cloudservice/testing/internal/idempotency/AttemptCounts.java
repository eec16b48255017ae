package canon.cpp.cloudservice.testing.internal.idempotency;

import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each account has sent each key, of whatever operation, since the state was last
 * replaced. Guarded by the lock of the store.
 */
public final class AttemptCounts {
  private final Map<Optional<AccountKey>, Map<String, Integer>> byAccount = new HashMap<>();

  /**
   * Counts a key that was sent.
   *
   * @param account whose token was sent with it; empty for nobody's
   * @return how often it was sent, this time included
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
