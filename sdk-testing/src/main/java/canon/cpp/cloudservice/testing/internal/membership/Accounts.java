package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.util.Optional;

/** Finds out who an account is (D33), and what it may do (D7, D11). */
public final class Accounts {
  private final Store store;

  public Accounts(Store store) {
    this.store = store;
  }

  /**
   * Who the account is. Its key is matched first; only an invitation that is not bound yet is found
   * by its address, and only if the identity provider vouches for that.
   */
  public AccountIdentity identify(FakeAccount account) {
    return byKey(account).orElseGet(() -> AccountIdentity.of(unbound(account)));
  }

  /** The site of the account, if it may do what administrators do. */
  public Site administrator(FakeAccount account) {
    AccountIdentity identity = identify(account);
    if (identity.isInvitedAdministrator()) {
      throw new ProblemException(ProblemKind.SIGN_IN_REQUIRED);
    }
    if (!identity.isActiveAdministrator()) {
      throw new ProblemException(ProblemKind.ADMINISTRATOR_REQUIRED);
    }
    return identity.site();
  }

  /** Binds the member's invitation to the account, unless it is bound. */
  public void bind(Member member, FakeAccount account) {
    if (member.account().isEmpty()) {
      store.members().bind(member, AccountKey.of(account));
    }
  }

  /** Whether any site knows the account by its lasting key. */
  public boolean isKnownByKey(FakeAccount account) {
    return byKey(account).isPresent();
  }

  /** Whether any site knows the account, by its key or its address. */
  public boolean isRegistered(FakeAccount account) {
    return isKnownByKey(account) || byAddress(account).isPresent();
  }

  private Optional<AccountIdentity> byKey(FakeAccount account) {
    AccountKey key = AccountKey.of(account);
    return store
        .members()
        .boundTo(key)
        .map(AccountIdentity::of)
        .or(() -> store.siteOfPrincipal(key).map(site -> new AccountIdentity(site, null)));
  }

  private Member unbound(FakeAccount account) {
    Member member =
        byAddress(account)
            .orElseThrow(() -> new ProblemException(ProblemKind.ACCOUNT_NOT_REGISTERED));
    if (member.account().isPresent()) {
      throw new ProblemException(ProblemKind.ACCOUNT_MISMATCH);
    }
    if (!account.isEmailVerified()) {
      throw new ProblemException(ProblemKind.EMAIL_NOT_VERIFIED);
    }
    return member;
  }

  private Optional<Member> byAddress(FakeAccount account) {
    return account.canonicalEmail().flatMap(store.members()::withAddress);
  }
}
