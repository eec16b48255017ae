package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.util.Optional;

/** Identifies accounts (D33) and checks their permissions (D7, D11). */
public final class Accounts {
  private final Store store;

  public Accounts(Store store) {
    this.store = store;
  }

  /**
   * Identifies an account. Its stable key is matched first. An address finds only a member that is
   * not bound yet, and only if the identity provider has verified the address.
   */
  public AccountIdentity identify(FakeAccount account) {
    return byKey(account).orElseGet(() -> AccountIdentity.of(unbound(account)));
  }

  /** Returns the site of an active administrator, and rejects any other account. */
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

  /** Binds a member to the account unless the member is bound already. */
  public void bind(Member member, FakeAccount account) {
    if (member.account().isEmpty()) {
      store.members().bind(member, AccountKey.of(account));
    }
  }

  /** Returns whether a member or principal has the stable key of the account. */
  public boolean isKnownByKey(FakeAccount account) {
    return byKey(account).isPresent();
  }

  /** Returns whether a site has the account, by its key or its address. */
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
