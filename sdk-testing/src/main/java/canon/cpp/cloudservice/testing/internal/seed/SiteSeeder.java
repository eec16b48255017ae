package canon.cpp.cloudservice.testing.internal.seed;

import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.membership.Invitations;
import canon.cpp.cloudservice.testing.internal.membership.SiteFounding;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates a site with the members and printers of a seed. */
public final class SiteSeeder {
  private final Store store;
  private final Site site;
  private final Instant now;

  private SiteSeeder(Store store, Site site, Instant now) {
    this.store = store;
    this.site = site;
    this.now = now;
  }

  /** Creates a site and runs the steps in order. */
  public static void plant(Store store, Instant now, List<Consumer<SiteSeeder>> steps) {
    SiteSeeder seeder = new SiteSeeder(store, store.foundSite(now), now);
    try {
      steps.forEach(step -> step.accept(seeder));
    } catch (ProblemException rejection) {
      throw new IllegalArgumentException(
          "The seed breaks a rule of the service: " + rejection.problem().title(), rejection);
    }
  }

  public void administrator(FakeAccount account) {
    checkAccountIsFree(account);
    SiteFounding.administrator(store.members(), site, account, now);
  }

  public void invitedAdministrator(FakeAccount account) {
    Invitations.administrator(store.members(), site, Address.of(account), now);
  }

  public void user(FakeAccount account) {
    Invitations.user(store.members(), site, Address.of(account), now);
  }

  public void userOn(FakeAccount account, Set<ApplicationList> lists) {
    user(account);
    Set<ApplicationList> others = EnumSet.complementOf(EnumSet.copyOf(lists));
    Member member = store.members().withAddress(Address.of(account).canonical()).orElseThrow();
    store.members().removeFrom(member, others);
  }

  public void activeUser(FakeAccount account) {
    user(account);
    Member member = store.members().withAddress(Address.of(account).canonical()).orElseThrow();
    if (member.account().isEmpty()) {
      checkAccountIsFree(account);
      store.members().bind(member, AccountKey.of(account));
    }
    store.members().activate(member);
  }

  public void applicationPrincipal(FakeAccount account) {
    AccountKey key = AccountKey.of(account);
    boolean elsewhere = store.siteOfPrincipal(key).filter(other -> other != site).isPresent();
    if (elsewhere || store.members().boundTo(key).isPresent()) {
      throw new IllegalArgumentException(
          "The application principal of the seed belongs to another site or is a member: "
              + account.subject());
    }
    store.admitPrincipal(key, site);
  }

  /** Checks that no other member or principal has the account (D3). */
  private void checkAccountIsFree(FakeAccount account) {
    AccountKey key = AccountKey.of(account);
    String address = Address.of(account).canonical();
    boolean member =
        store
            .members()
            .boundTo(key)
            .filter(bound -> !bound.address().canonical().equals(address))
            .isPresent();
    if (member || store.siteOfPrincipal(key).isPresent()) {
      throw new IllegalArgumentException(
          "Another member of the seed already has the account of "
              + address
              + ", subject "
              + account.subject());
    }
  }

  public void printer(
      PrinterIdentity printer,
      String displayName,
      Set<ApplicationList> licences,
      PrinterSettings settings,
      @Nullable Instant lastDataAt) {
    if (store.printers().withSerialNumber(printer.serialNumber()).isPresent()) {
      throw new IllegalArgumentException(
          "The seed contains two printers with serial number " + printer.serialNumber());
    }
    store.printers().register(site, printer.series(), printer.serialNumber(), displayName, now);
    store.printers().setLicences(printer.serialNumber(), licences);
    store.printers().setSettings(printer.serialNumber(), settings);
    if (lastDataAt != null) {
      store.printers().sendData(printer.serialNumber(), lastDataAt);
    }
  }
}
