package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.session.Account;
import canon.cpp.cloudservice.session.Session;

/** The account that runs a job. */
public final class Sessions {
  private Sessions() {}

  /**
   * Returns what distinguishes accounts, because the contract has no other lasting name for them.
   * Application principals, which have no address, are not distinguished.
   */
  public static String account(Session session) {
    Account account = session.account();
    String email = account.canonicalEmail();
    return account.provider().id() + ":" + (email == null ? "application" : email);
  }
}
