package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.site.Site;
import java.util.List;

/**
 * The session of an account: its roles and its site.
 *
 * @param account the account of the token
 * @param roles the roles of the account; empty for a user without a role
 * @param site the site of the account
 */
public record Session(Account account, List<Role> roles, Site site) {

  public Session {
    requireNonNull(account, "account");
    roles = List.copyOf(roles);
    requireNonNull(site, "site");
  }
}
