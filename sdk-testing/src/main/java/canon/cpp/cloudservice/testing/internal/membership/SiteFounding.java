package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.time.Instant;

/** Founds a site for an account that no site has (D4). */
public final class SiteFounding {
  private final Store store;
  private final Accounts accounts;

  public SiteFounding(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /** Checks that the account may found a site: it needs a verified address (D33). */
  public void checkMayFound(FakeAccount account) {
    if (accounts.isKnownByKey(account)) {
      return;
    }
    if (account.email().isEmpty()) {
      throw new ProblemException(ProblemKind.ACCOUNT_NOT_REGISTERED);
    }
    if (!account.isEmailVerified()) {
      throw new ProblemException(ProblemKind.EMAIL_NOT_VERIFIED);
    }
  }

  /** Checks that the account does not belong to a site (D3). */
  public void checkIsNew(FakeAccount account) {
    if (accounts.isRegistered(account)) {
      throw new ProblemException(
          Problem.of(ProblemKind.ACCOUNT_REGISTERED_ELSEWHERE)
              .withTexts(
                  "The account already belongs to a site",
                  "Register the printer without founding a site, or use an account that belongs to no"
                      + " site."));
    }
  }

  /** Founds a site. The founder becomes its first active administrator, on the lists of D10. */
  public Site found(FakeAccount account, Instant now) {
    Site site = store.foundSite(now);
    administrator(store.members(), site, account, now);
    return site;
  }

  /** Adds an account as active administrator that has signed in. */
  public static void administrator(Members members, Site site, FakeAccount account, Instant now) {
    Member member = Invitations.administrator(members, site, Address.of(account), now).member();
    members.bind(member, AccountKey.of(account));
    members.signIn(member, now);
  }
}
