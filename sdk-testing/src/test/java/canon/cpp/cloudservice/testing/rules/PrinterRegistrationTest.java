package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;

class PrinterRegistrationTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String BOSS = "boss@fabrikam.com";
  private static final String SERIES = "varioPRINT 140";

  private static void twoSites(RuleContext context) {
    context.site(site -> site.administrator(ADMIN));
    context.site(site -> site.administrator(BOSS).printer(SERIES, "VP-1001", "Theirs"));
  }

  @EveryMode
  @Rule({"D20", "D23", "D26"})
  void anAdministratorRegistersAPrinterUnderADisplayName(RuleContext context) {
    twoSites(context);
    CloudServiceClient admin = context.client(ADMIN);
    PrinterIdentity identity = context.fake().printer(SERIES, "VP/2 ü");

    RegisteredPrinter registered = context.run(admin.printers().register(identity, "Press 1"));

    Printer printer = registered.printer();
    assertThat(registered.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(registered.foundedSite()).isNull();
    assertThat(printer.id()).startsWith("prn_");
    assertThat(printer.series()).isEqualTo(SERIES);
    assertThat(printer.serialNumber()).isEqualTo("VP/2 ü");
    assertThat(printer.displayName()).isEqualTo("Press 1");
    assertThat(printer.registeredAt()).isEqualTo(FakeClock.START);
    assertThat(printer.lastDataAt()).isNull();
    assertThat(context.run(admin.printers().get("VP/2 ü"))).isEqualTo(printer);
    assertThat(context.run(admin.printers().get(printer.id()))).isEqualTo(printer);
  }

  @EveryMode
  @Rule("D20")
  void aPrinterWithoutAValidProofIsRejected(RuleContext context) {
    twoSites(context);
    String proofOfAnother = context.fake().printer(SERIES, "VP-1002").proof();

    RejectedException rejection =
        context.rejection(
            context
                .client(ADMIN)
                .printers()
                .register(PrinterIdentity.of(SERIES, "VP-1003", proofOfAnother), "Press 1"));

    assertThat(rejection.code().id()).isEqualTo("printer-not-proven");
    assertThat(rejection).hasMessageNotContaining(proofOfAnother);
  }

  @EveryMode
  @Rule({"D20", "D21"})
  void aTransferNeedsAValidProof(RuleContext context) {
    twoSites(context);

    assertThat(
            context.rejectionCode(
                context
                    .client(ADMIN)
                    .printers()
                    .register(PrinterIdentity.of(SERIES, "VP-1001", "made up"), "Press 1")
                    .transferFromOtherSite()))
        .isEqualTo("printer-not-proven");
  }

  @EveryMode
  @Rule({"D21", "D2"})
  void aPrinterOfAnotherSiteIsNotTransferredSilently(RuleContext context) {
    twoSites(context);

    assertThat(
            context.rejectionCode(
                context
                    .client(ADMIN)
                    .printers()
                    .register(context.fake().printer(SERIES, "VP-1001"), "Mine")))
        .isEqualTo("printer-registered-elsewhere");
    assertThat(context.list(context.client(BOSS).printers().list())).hasSize(1);
    assertThat(context.run(context.client(ADMIN).printers().find("VP-1001"))).isEmpty();
  }

  @EveryMode
  @Rule({"D21", "D24"})
  void anExplicitTransferMovesThePrinterWithItsLicences(RuleContext context) {
    twoSites(context);
    context.fake().setLicences("VP-1001", DASHBOARD);
    context.fake().sendData("VP-1001");
    Printer before = context.run(context.client(BOSS).printers().get("VP-1001"));
    context.fake().clock().advance(Duration.ofDays(7));

    RegisteredPrinter moved =
        context.run(
            context
                .client(ADMIN)
                .printers()
                .register(context.fake().printer(SERIES, "VP-1001"), "Mine")
                .transferFromOtherSite());

    Printer after = moved.printer();
    assertThat(moved.result()).isEqualTo(RegistrationResult.TRANSFERRED);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.registeredAt()).isEqualTo(FakeClock.START.plus(Duration.ofDays(7)));
    assertThat(before.lastDataAt()).isNotNull();
    assertThat(after.lastDataAt()).isNull();
    assertThat(after.licences()).isEqualTo(before.licences());
    assertThat(context.list(context.client(BOSS).printers().list())).isEmpty();
    assertThat(context.run(context.client(ADMIN).printers().find(before.id()))).isEmpty();
  }

  @EveryMode
  @Rule("D21")
  void theTransferOptionIsHarmlessForANewOrOwnPrinter(RuleContext context) {
    twoSites(context);
    var registration =
        context
            .client(ADMIN)
            .printers()
            .register(context.fake().printer(SERIES, "VP-2"), "Mine")
            .transferFromOtherSite();

    assertThat(context.run(registration).result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(context.run(registration).result()).isEqualTo(RegistrationResult.UNCHANGED);
  }

  @EveryMode
  @Rule("D22")
  void registeringAgainSetsTheDisplayName(RuleContext context) {
    twoSites(context);
    CloudServiceClient boss = context.client(BOSS);
    PrinterIdentity identity = context.fake().printer(SERIES, "VP-1001");
    Printer before = context.run(boss.printers().get("VP-1001"));
    context.fake().clock().advance(Duration.ofHours(1));

    RegisteredPrinter same = context.run(boss.printers().register(identity, "Theirs"));
    RegisteredPrinter renamed = context.run(boss.printers().register(identity, "Press 7"));

    assertThat(same.result()).isEqualTo(RegistrationResult.UNCHANGED);
    assertThat(same.printer()).isEqualTo(before);
    assertThat(renamed.result()).isEqualTo(RegistrationResult.RENAMED);
    assertThat(renamed.printer().displayName()).isEqualTo("Press 7");
    assertThat(renamed.printer().id()).isEqualTo(before.id());
    assertThat(renamed.printer().registeredAt()).isEqualTo(before.registeredAt());
  }

  @EveryMode
  @Rule("D22")
  void displayNamesNeedNotBeUnique(RuleContext context) {
    twoSites(context);
    CloudServiceClient boss = context.client(BOSS);

    context.run(boss.printers().register(context.fake().printer(SERIES, "VP-2"), "Theirs"));

    assertThat(context.list(boss.printers().list()))
        .extracting(Printer::serialNumber, Printer::displayName)
        .containsExactly(tuple("VP-1001", "Theirs"), tuple("VP-2", "Theirs"));
  }

  @EveryMode
  @Rule("D22")
  void aSerialNumberBelongsToOneSeries(RuleContext context) {
    twoSites(context);

    RejectedException rejection =
        context.rejection(
            context
                .client(BOSS)
                .printers()
                .register(context.fake().printer("imagePRESS V1350", "VP-1001"), "Press 1"));

    assertThat(rejection)
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.fieldErrors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.field()).isEqualTo("series");
                          assertThat(error.code()).isEqualTo("mismatch");
                        }));
  }

  @EveryMode
  @Rule({"D23", "D24"})
  void aRegistrationShowsWhetherAllRequiredLicencesArePresent(RuleContext context) {
    twoSites(context);
    CloudServiceClient boss = context.client(BOSS);
    PrinterIdentity identity = context.fake().printer(SERIES, "VP-1001");
    assertThat(context.run(boss.printers().register(identity, "A")).printer().licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, false));

    context.fake().setLicences("VP-1001", REMOTE_MATCH);
    Printer some = context.run(boss.printers().register(identity, "B")).printer();
    context.fake().setLicences("VP-1001", REMOTE_MATCH, DASHBOARD);
    Printer all = context.run(boss.printers().register(identity, "C")).printer();

    assertThat(some.licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, true));
    assertThat(some.allRequiredLicencesAvailable()).isFalse();
    assertThat(all.allRequiredLicencesAvailable()).isTrue();
  }
}
