package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.seed.SiteSeeder;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The content of a site when the fake starts. Entries are created in the order of the calls.
 *
 * <pre>{@code
 * FakeCloudService.builder()
 *     .site(
 *         site ->
 *             site.administrator("admin@contoso.com")
 *                 .user("john.doe@gmail.com")
 *                 .printer("varioPRINT 140", "VP-1001", "Press 1"))
 *     .build();
 * }</pre>
 *
 * <p>Every method throws {@link IllegalArgumentException} if the service does not accept the
 * address.
 */
public final class SiteSeed {
  private final List<Consumer<SiteSeeder>> steps = new ArrayList<>();

  SiteSeed() {}

  /**
   * Adds an active administrator who has signed in (D10), on the Dashboard and Remote Match lists,
   * bound to the account {@link FakeAccount#of FakeAccount.of(email)}.
   *
   * @param email the address
   * @return this site
   */
  public SiteSeed administrator(String email) {
    return administrator(FakeAccount.of(email));
  }

  /**
   * Adds an active administrator, bound to an account.
   *
   * @param account an account with an address
   * @return this site
   */
  public SiteSeed administrator(FakeAccount account) {
    return step(account, seeder -> seeder.administrator(account));
  }

  /**
   * Adds an administrator who has not signed in yet (D10, D11).
   *
   * @param email the address
   * @return this site
   */
  public SiteSeed invitedAdministrator(String email) {
    FakeAccount account = FakeAccount.of(email);
    return step(account, seeder -> seeder.invitedAdministrator(account));
  }

  /**
   * Adds a user on all three lists, Invited in Remote Control (D8).
   *
   * @param email the address
   * @return this site
   */
  public SiteSeed user(String email) {
    FakeAccount account = FakeAccount.of(email);
    return step(account, seeder -> seeder.user(account));
  }

  /**
   * Adds a user on some of the lists, Invited if Remote Control is one of them.
   *
   * @param email the address
   * @param lists at least one
   * @return this site
   * @throws IllegalArgumentException if no application is given, or an unknown one
   */
  public SiteSeed userOn(String email, Application... lists) {
    FakeAccount account = FakeAccount.of(email);
    Set<ApplicationList> named = ApplicationLists.of(lists);
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "A user is on at least one list (D18), but no application was given");
    }
    return step(account, seeder -> seeder.userOn(account, named));
  }

  /**
   * Adds a user who has used the Remote Control app (D9), bound to the account {@link
   * FakeAccount#of FakeAccount.of(email)}.
   *
   * @param email the address
   * @return this site
   */
  public SiteSeed activeUser(String email) {
    return activeUser(FakeAccount.of(email));
  }

  /**
   * Adds a user who has used the Remote Control app, bound to an account.
   *
   * @param account an account with an address
   * @return this site
   */
  public SiteSeed activeUser(FakeAccount account) {
    return step(account, seeder -> seeder.activeUser(account));
  }

  /**
   * Adds an application principal that the operator of the service has admitted as administrator
   * (D34).
   *
   * @param name its name; see {@link FakeAccount#applicationPrincipal}
   * @return this site
   */
  public SiteSeed applicationPrincipal(String name) {
    return applicationPrincipal(FakeAccount.applicationPrincipal(name));
  }

  /**
   * Adds an application in an organisation of {@link
   * canon.cpp.cloudservice.testing.identity.FakeEntra} that the operator of the service has
   * admitted as administrator (D34).
   *
   * @param app the name of the application there
   * @param tenant the name of the organisation there, such as {@code contoso.com}
   * @return this site
   */
  public SiteSeed applicationPrincipal(String app, String tenant) {
    return applicationPrincipal(FakeAccount.applicationPrincipal(app, tenant));
  }

  private SiteSeed applicationPrincipal(FakeAccount account) {
    steps.add(seeder -> seeder.applicationPrincipal(account));
    return this;
  }

  /**
   * Adds a registered printer that has sent no data yet.
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @param displayName the name entered by the administrator
   * @return this site
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public SiteSeed printer(String series, String serialNumber, String displayName) {
    return printer(series, serialNumber, displayName, printer -> {});
  }

  /**
   * Adds a registered printer.
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @param displayName the name entered by the administrator
   * @param more sets further properties
   * @return this site
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public SiteSeed printer(
      String series, String serialNumber, String displayName, Consumer<PrinterSeed> more) {
    PrinterSeed seed = new PrinterSeed();
    more.accept(seed);
    PrinterIdentity printer =
        PrinterIdentity.of(series, serialNumber, PrinterProofs.proofOf(series, serialNumber));
    Texts.check("displayName", displayName, Limits.DISPLAY_NAME)
        .ifPresent(
            error -> {
              throw new IllegalArgumentException("displayName: " + error.message());
            });
    steps.add(
        seeder ->
            seeder.printer(
                printer, displayName, seed.licences(), seed.settings(), seed.lastDataAt()));
    return this;
  }

  private SiteSeed step(FakeAccount account, Consumer<SiteSeeder> step) {
    if (account.email().isEmpty()) {
      throw new IllegalArgumentException("An application principal has no address");
    }
    steps.add(step);
    return this;
  }

  List<Consumer<SiteSeeder>> steps() {
    return List.copyOf(steps);
  }
}
