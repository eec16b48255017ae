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
 * Makes every kind of answer that the service gives, for tests that need no service: say what
 * matters, and the rest is as the fake would have answered.
 *
 * <pre>{@code
 * User john = Answers.user("john@contoso.com").remoteControlActive().build();
 * AddedUser added = Answers.addedUser(john).alreadyPresentOn(DASHBOARD).build();
 * Page<User> page = Answers.page(List.of(john));
 * }</pre>
 *
 * <p>A test of code that calls the client plays against {@link
 * canon.cpp.cloudservice.testing.FakeCloudService} rather than against answers that it has made up
 * itself: only the fake knows the rules.
 */
public final class Results {
  private Results() {}

  /**
   * A user who has just been added: on every list, invited to Remote Control (D8).
   *
   * @param email the address
   * @return a builder
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static UserBuilder user(String email) {
    return new UserBuilder(email);
  }

  /**
   * The answer to adding a user, who was on no list before.
   *
   * @param user the user afterwards
   * @return a builder
   */
  public static AddedUserBuilder addedUser(User user) {
    return new AddedUserBuilder(user);
  }

  /**
   * The answer to removing a user from every list.
   *
   * @param user the user before
   * @return a builder
   */
  public static RemovedUserBuilder removedUser(User user) {
    return new RemovedUserBuilder(user);
  }

  /**
   * An administrator who has just been added: invited (D10).
   *
   * @param email the address
   * @return a builder
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static AdministratorBuilder administrator(String email) {
    return new AdministratorBuilder(email);
  }

  /**
   * The answer to adding an administrator, who was nobody before.
   *
   * @param administrator the administrator afterwards
   * @return a builder
   */
  public static AddedAdministratorBuilder addedAdministrator(Administrator administrator) {
    return new AddedAdministratorBuilder(administrator);
  }

  /**
   * The answer to taking the role from an administrator, who stays on lists (D13).
   *
   * @param administrator the administrator before
   * @return the answer
   */
  public static RemovedAdministrator removedAdministrator(Administrator administrator) {
    return new RemovedAdministrator(administrator, false);
  }

  /**
   * A registered printer that has sent no data yet and has no licence (D23, D24).
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @return a builder
   */
  public static PrinterBuilder printer(String series, String serialNumber) {
    return new PrinterBuilder(series, serialNumber);
  }

  /**
   * The answer to registering a printer that was registered nowhere.
   *
   * @param printer the printer afterwards
   * @return a builder
   */
  public static RegisteredPrinterBuilder registeredPrinter(Printer printer) {
    return new RegisteredPrinterBuilder(printer);
  }

  /**
   * The answer to removing a printer.
   *
   * @param printer the printer before
   * @return the answer
   */
  public static RemovedPrinter removedPrinter(Printer printer) {
    return new RemovedPrinter(printer);
  }

  /**
   * The session of a plain user.
   *
   * @param email the address of the account
   * @return a builder
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static SessionBuilder session(String email) {
    return new SessionBuilder(email);
  }

  /**
   * The answer to a log out that ended the session (D32).
   *
   * @return the answer
   */
  public static SignedOut signedOut() {
    return new SignedOut(SignOutResult.ENDED);
  }

  /**
   * The answer to the first activation of Remote Control (D9).
   *
   * @param user the user, who is Active now
   * @return the answer
   */
  public static Activation activation(User user) {
    return new Activation(true, user);
  }

  /**
   * A site.
   *
   * @return the first site of a fake
   */
  public static Site site() {
    return new Site("sit_000001", FakeClock.START);
  }

  /**
   * The last page of a list.
   *
   * @param items what is on it
   * @param <T> what is listed
   * @return a page after which no other comes
   */
  public static <T> Page<T> page(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * A page of a list after which another comes.
   *
   * @param items what is on it
   * @param next where the next page begins
   * @param <T> what is listed
   * @return a page
   */
  public static <T> Page<T> page(List<T> items, PageToken next) {
    return new Page<>(items, next);
  }

  /** An id that follows from a name, so that two of them differ. */
  static String id(String prefix, String name) {
    return prefix + Digests.hex(name).substring(0, 6);
  }
}
