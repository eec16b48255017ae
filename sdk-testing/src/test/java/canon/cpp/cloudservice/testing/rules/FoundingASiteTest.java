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

  private static PrinterIdentity printer(RuleContext context) {
    return context.fake().printer("varioPRINT 140", "VP-1001");
  }

  @EveryMode
  @Rule({"D4", "D10"})
  void anUnknownAccountFoundsASiteByRegisteringAPrinter(RuleContext context) {
    context.fake().clock().advance(Duration.ofDays(1));
    CloudServiceClient founder = context.client(FOUNDER);

    RegisteredPrinter registered =
        context.run(founder.printers().register(printer(context), "Press 1").foundSite());

    assertThat(registered.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(registered.foundedSite()).isEqualTo(context.run(founder.site().get()));
    assertThat(registered.foundedSite().createdAt())
        .isEqualTo(FakeClock.START.plus(Duration.ofDays(1)));
    Administrator first = context.run(founder.administrators().get(FOUNDER));
    assertThat(first.state()).isEqualTo(AdministratorState.ACTIVE);
    assertThat(first.firstSignInAt()).isEqualTo(registered.foundedSite().createdAt());
    assertThat(lists(context.run(founder.users().get(FOUNDER))))
        .containsExactly(
            entry("prismalytics-dashboard", "active"), entry("remote-match", "active"));
    assertThat(context.run(founder.session().get()).roles()).hasSize(1);
  }

  @EveryMode
  @Rule("D4")
  void withoutTheExplicitOptionAnUnknownAccountIsRejected(RuleContext context) {
    assertThat(
            context.rejectionCode(
                context.client(FOUNDER).printers().register(printer(context), "Press 1")))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D3"})
  void aMemberOfASiteCannotFoundAnother(RuleContext context) {
    context.site(site -> site.administrator("admin@contoso.com").user("john@contoso.com"));

    for (String member : new String[] {"admin@contoso.com", "john@contoso.com"}) {
      assertThat(
              context.rejectionCode(
                  context.client(member).printers().register(printer(context), "P").foundSite()))
          .isEqualTo("account-registered-elsewhere");
    }
  }

  @EveryMode
  @Rule({"D4", "D21"})
  void aPrinterOfAnotherSiteNeedsTheExplicitTransferAsWell(RuleContext context) {
    context.site(
        site ->
            site.administrator("admin@contoso.com")
                .printer("varioPRINT 140", "VP-1001", "Press 1"));
    var founding =
        context.client(FOUNDER).printers().register(printer(context), "Mine").foundSite();

    assertThat(context.rejectionCode(founding)).isEqualTo("printer-registered-elsewhere");
    assertThat(context.rejectionCode(context.client(FOUNDER).site().get()))
        .isEqualTo("account-not-registered");
    RegisteredPrinter moved = context.run(founding.transferFromOtherSite());

    assertThat(moved.result()).isEqualTo(RegistrationResult.TRANSFERRED);
    assertThat(moved.foundedSite()).isNotNull();
    assertThat(context.list(context.client("admin@contoso.com").printers().list())).isEmpty();
  }

  @EveryMode
  @Rule({"D4", "D20"})
  void foundingASiteNeedsAPrinterWithAValidProof(RuleContext context) {
    PrinterIdentity unproven = PrinterIdentity.of("varioPRINT 140", "VP-1001", "made up");

    assertThat(
            context.rejectionCode(
                context.client(FOUNDER).printers().register(unproven, "Press 1").foundSite()))
        .isEqualTo("printer-not-proven");
    assertThat(context.rejectionCode(context.client(FOUNDER).session().signIn()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D33"})
  void aFounderIsAUserWithAVerifiedAddress(RuleContext context) {
    FakeAccount doubtful = FakeAccount.of(FOUNDER).emailNotVerified();
    FakeAccount program = FakeAccount.applicationPrincipal("nightly-job");

    assertThat(
            context.rejectionCode(
                context.client(doubtful).printers().register(printer(context), "P").foundSite()))
        .isEqualTo("email-not-verified");
    assertThat(
            context.rejectionCode(
                context.client(program).printers().register(printer(context), "P").foundSite()))
        .isEqualTo("account-not-registered");
  }

  @EveryMode
  @Rule({"D4", "D33"})
  void theFounderIsBoundToTheAccount(RuleContext context) {
    context.run(
        context.client(FOUNDER).printers().register(printer(context), "Press 1").foundSite());
    FakeAccount another = FakeAccount.of(FOUNDER).withSubject("another");

    assertThat(context.rejectionCode(context.client(another).session().signIn()))
        .isEqualTo("account-mismatch");
    assertThat(context.run(context.client(FOUNDER).session().signIn()).firstSignIn()).isFalse();
  }
}
