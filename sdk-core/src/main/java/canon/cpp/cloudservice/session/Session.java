package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.site.Site;
import java.util.List;

/**
 * Who is signed in, where, and as what.
 *
 * @param account the account of the token
 * @param roles what it may do; empty for a plain user
 * @param site its site
 */
public record Session(Account account, List<Role> roles, Site site) {

  /**
   * Creates the value; lists are copied.
   *
   * @param account the account of the token
   * @param roles what it may do
   * @param site its site
   * @throws NullPointerException if something is missing that may not be null
   */
  public Session {
    requireNonNull(account, "account");
    roles = List.copyOf(roles);
    requireNonNull(site, "site");
  }
}
