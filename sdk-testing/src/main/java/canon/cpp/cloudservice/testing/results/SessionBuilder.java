package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.session.Account;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.session.SignedIn;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.testing.FakeAccount;
import java.util.List;

/**
 * Builds a session, or the result of signing in; see {@link Results#session}.
 *
 * <pre>{@code
 * SignedIn first = Results.session("admin@contoso.com").administrator().signedIn(true);
 * }</pre>
 */
public final class SessionBuilder {
  private FakeAccount account;
  private List<Role> roles = List.of();
  private Site site = Results.site();

  SessionBuilder(String email) {
    this.account = FakeAccount.of(email);
  }

  /**
   * Sets the account; {@link FakeAccount#of} of the address by default.
   *
   * @param other the account
   * @return this builder
   */
  @CanIgnoreReturnValue
  public SessionBuilder account(FakeAccount other) {
    account = requireNonNull(other, "other");
    return this;
  }

  /**
   * Makes this the session of an active administrator.
   *
   * @return this builder
   */
  @CanIgnoreReturnValue
  public SessionBuilder administrator() {
    roles = List.of(Role.ADMINISTRATOR);
    return this;
  }

  /**
   * Sets the site; {@link Results#site} by default.
   *
   * @param other the site
   * @return this builder
   */
  @CanIgnoreReturnValue
  public SessionBuilder site(Site other) {
    site = requireNonNull(other, "other");
    return this;
  }

  /**
   * Builds the session.
   *
   * @return the session
   */
  public Session build() {
    Account shown =
        new Account(
            account.provider(),
            account.email().orElse(null),
            account.canonicalEmail().orElse(null));
    return new Session(shown, roles, site);
  }

  /**
   * Builds the result of signing in.
   *
   * @param firstSignIn whether it was the first sign-in of the account (D10)
   * @return the result
   */
  public SignedIn signedIn(boolean firstSignIn) {
    return new SignedIn(build(), firstSignIn);
  }
}
