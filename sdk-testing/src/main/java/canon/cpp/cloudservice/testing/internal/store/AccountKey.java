package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.FakeAccount;
import org.jspecify.annotations.Nullable;

/** What an account keeps for ever (D33). */
public record AccountKey(String provider, String subject) {
  public static AccountKey of(FakeAccount account) {
    return new AccountKey(account.provider().id(), account.subject());
  }

  /** Whether the account is this one, by whatever address; nobody is none. */
  public boolean isOf(@Nullable FakeAccount account) {
    return account != null && equals(of(account));
  }
}
