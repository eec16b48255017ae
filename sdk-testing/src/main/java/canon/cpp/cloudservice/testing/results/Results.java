package canon.cpp.cloudservice.testing.results;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.RemovedAdministrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.RemovedPrinter;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedOut;
import canon.cpp.cloudservice.site.Site;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.util.List;

/**
 * Builds every kind of result, for tests that need no service. Set what matters to the test; the
 * rest is as the fake would respond.
 *
 * <pre>{@code
 * User john = Results.user("john@contoso.com").remoteControlActive().build();
 * AddedUser added = Results.addedUser(john).alreadyPresentOn(DASHBOARD).build();
 * Page<User> page = Results.page(List.of(john));
 * }</pre>
 *
 * <p>To test code that calls the client, use {@link
 * canon.cpp.cloudservice.testing.FakeCloudService} rather than results built here: only the fake
 * knows the rules.
 */
public final class Results {
  private Results() {}

  /**
   * Starts a user who has just been added: on every list, Invited in Remote Control (D8).
   *
   * @param email the address
   * @return a builder
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static UserBuilder user(String email) {
    return new UserBuilder(email);
  }

  /**
   * Starts the result of adding a user who was on no list before.
   *
   * @param user the user after the change
   * @return a builder
   */
  public static AddedUserBuilder addedUser(User user) {
    return new AddedUserBuilder(user);
  }

  /**
   * Starts the result of removing a user from every list.
   *
   * @param user the user before the change
   * @return a builder
   */
  public static RemovedUserBuilder removedUser(User user) {
    return new RemovedUserBuilder(user);
  }

  /**
   * Starts an administrator who has just been added: invited (D10).
   *
   * @param email the address
   * @return a builder
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static AdministratorBuilder administrator(String email) {
    return new AdministratorBuilder(email);
  }

  /**
   * Starts the result of adding an administrator who was unknown before.
   *
   * @param administrator the administrator after the change
   * @return a builder
   */
  public static AddedAdministratorBuilder addedAdministrator(Administrator administrator) {
    return new AddedAdministratorBuilder(administrator);
  }

  /**
   * Returns the result of removing the administrator role from a user who stays on lists (D13).
   *
   * @param administrator the administrator before the change
   * @return the result
   */
  public static RemovedAdministrator removedAdministrator(Administrator administrator) {
    return new RemovedAdministrator(administrator, false);
  }

  /**
   * Starts a registered printer that has sent no data yet and has no licence (D23, D24).
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @return a builder
   */
  public static PrinterBuilder printer(String series, String serialNumber) {
    return new PrinterBuilder(series, serialNumber);
  }

  /**
   * Starts the result of registering a printer that was not registered before.
   *
   * @param printer the printer after the change
   * @return a builder
   */
  public static RegisteredPrinterBuilder registeredPrinter(Printer printer) {
    return new RegisteredPrinterBuilder(printer);
  }

  /**
   * Returns the result of removing a printer.
   *
   * @param printer the printer before the change
   * @return the result
   */
  public static RemovedPrinter removedPrinter(Printer printer) {
    return new RemovedPrinter(printer);
  }

  /**
   * Starts the session of a user who is not an administrator.
   *
   * @param email the address of the account
   * @return a builder
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static SessionBuilder session(String email) {
    return new SessionBuilder(email);
  }

  /**
   * Returns the result of a sign-out that ended the session (D32).
   *
   * @return the result
   */
  public static SignedOut signedOut() {
    return new SignedOut(SignOutResult.ENDED);
  }

  /**
   * Returns the result of the first activation of Remote Control (D9).
   *
   * @param user the user, who is now Active
   * @return the result
   */
  public static Activation activation(User user) {
    return new Activation(true, user);
  }

  /**
   * Returns a site.
   *
   * @return the first site of a fake
   */
  public static Site site() {
    return new Site("sit_000001", FakeClock.START);
  }

  /**
   * Returns the last page of a list.
   *
   * @param items the items on the page
   * @param <T> the type of the items
   * @return a page without a next page
   */
  public static <T> Page<T> page(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * Returns a page of a list that is not the last one.
   *
   * @param items the items on the page
   * @param next the token of the next page
   * @param <T> the type of the items
   * @return a page
   */
  public static <T> Page<T> page(List<T> items, PageToken next) {
    return new Page<>(items, next);
  }

  /** Returns an id derived from a name, so that different names have different ids. */
  static String id(String prefix, String name) {
    return prefix + Digests.hex(name).substring(0, 6);
  }
}
