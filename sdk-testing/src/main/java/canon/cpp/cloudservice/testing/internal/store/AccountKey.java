package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.FakeAccount;
import org.jspecify.annotations.Nullable;

/** The stable key of an account: identity provider and subject (D33). */
public record AccountKey(String provider, String subject) {
  public static AccountKey of(FakeAccount account) {
    return new AccountKey(account.provider().id(), account.subject());
  }

  /**
   * Returns whether the account has this key, whatever its address; {@code false} for {@code null}.
   */
  public boolean isOf(@Nullable FakeAccount account) {
    return account != null && equals(of(account));
  }
}
