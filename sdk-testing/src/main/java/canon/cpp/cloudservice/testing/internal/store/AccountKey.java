package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.FakeAccount;

/** What an account keeps for ever (D33). */
public record AccountKey(String provider, String subject) {
  public static AccountKey of(FakeAccount account) {
    return new AccountKey(account.provider().id(), account.subject());
  }
}
