package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.testing.rules.Users.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;

class FoundingASiteTest {
  private static final String FOUNDER = "Founder@northwind.com";

  private static PrinterIdentity printer(RuleContext scene) {
    return scene.fake().printer("varioPRINT 140", "VP-1001");
  }

  @EveryMode
  @Rule({"D4", "D10"})
  void anAccountThatNoSiteKnowsFoundsOneByRegisteringAPrinter(RuleContext scene) {
    scene.fake().clock().advance(Duration.ofDays(1));
    CloudServiceClient founder = scene.client(FOUNDER);

    RegisteredPrinter registered =
        scene.run(founder.printers().register(printer(scene), "Press 1").foundSite());

    assertThat(registered.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(registered.foundedSite()).isEqualTo(scene.run(founder.site().get()));
    assertThat(registered.foundedSite().createdAt())
        .isEqualTo(FakeClock.START.plus(Duration.ofDays(1)));
    Administrator first = scene.run(founder.administrators().get(FOUNDER));
    assertThat(first.state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(first.firstSignInAt()).isEqualTo(registered.foundedSite().createdAt());
    assertThat(lists(scene.run(founder.users().get(FOUNDER))))
        .containsExactly(
            entry("prismalytics-dashboard", "active"), entry("remote-match", "active"));
    assertThat(scene.run(founder.session().get()).roles()).hasSize(1);
  }

  @EveryMode
  @Rule("D4")
  void withoutTheExplicitWishAnUnknownAccountIsRejected(RuleContext scene) {
    assertThat(
            scene.rejectionCode(
                scene.client(FOUNDER).printers().register(printer(scene), "Press 1")))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D3"})
  void whoBelongsToASiteCannotFoundAnother(RuleContext scene) {
    scene.site(site -> site.administrator("admin@contoso.com").user("john@contoso.com"));

    for (String member : new String[] {"admin@contoso.com", "john@contoso.com"}) {
      assertThat(
              scene.rejectionCode(
                  scene.client(member).printers().register(printer(scene), "P").foundSite()))
          .isEqualTo("account-registered-elsewhere");
    }
  }

  @EveryMode
  @Rule({"D4", "D21"})
  void aPrinterOfAnotherSiteTakesTheExplicitTransferAsWell(RuleContext scene) {
    scene.site(
        site ->
            site.administrator("admin@contoso.com")
                .printer("varioPRINT 140", "VP-1001", "Press 1"));
    var founding = scene.client(FOUNDER).printers().register(printer(scene), "Mine").foundSite();

    assertThat(scene.rejectionCode(founding)).isEqualTo("printer-registered-elsewhere");
    assertThat(scene.rejectionCode(scene.client(FOUNDER).site().get()))
        .isEqualTo("account-not-registered");
    RegisteredPrinter moved = scene.run(founding.transferFromOtherSite());

    assertThat(moved.result()).isEqualTo(RegistrationResult.TRANSFERRED);
    assertThat(moved.foundedSite()).isNotNull();
    assertThat(scene.list(scene.client("admin@contoso.com").printers().list())).isEmpty();
  }

  @EveryMode
  @Rule({"D4", "D20"})
  void nobodyFoundsASiteWithoutAPrinterThatProvesItself(RuleContext scene) {
    PrinterIdentity unproven = PrinterIdentity.of("varioPRINT 140", "VP-1001", "made up");

    assertThat(
            scene.rejectionCode(
                scene.client(FOUNDER).printers().register(unproven, "Press 1").foundSite()))
        .isEqualTo("printer-not-proven");
    assertThat(scene.rejectionCode(scene.client(FOUNDER).session().signIn()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D33"})
  void aFounderIsAPersonWhoseAddressIsVouchedFor(RuleContext scene) {
    FakeAccount doubtful = FakeAccount.of(FOUNDER).emailNotVerified();
    FakeAccount program = FakeAccount.applicationPrincipal("nightly-job");

    assertThat(
            scene.rejectionCode(
                scene.client(doubtful).printers().register(printer(scene), "P").foundSite()))
        .isEqualTo("email-not-verified");
    assertThat(
            scene.rejectionCode(
                scene.client(program).printers().register(printer(scene), "P").foundSite()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D33"})
  void theFounderIsBoundToTheAccount(RuleContext scene) {
    scene.run(scene.client(FOUNDER).printers().register(printer(scene), "Press 1").foundSite());
    FakeAccount another = FakeAccount.of(FOUNDER).withSubject("another");

    assertThat(scene.rejectionCode(scene.client(another).session().signIn()))
        .isEqualTo("account-mismatch");
    assertThat(scene.run(scene.client(FOUNDER).session().signIn()).firstSignIn()).isFalse();
  }
}
