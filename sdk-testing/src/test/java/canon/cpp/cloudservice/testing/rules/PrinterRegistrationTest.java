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

  private static void twoSites(RuleContext scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator(BOSS).printer(SERIES, "VP-1001", "Theirs"));
  }

  @EveryMode
  @Rule({"D20", "D23", "D26"})
  void anAdministratorRegistersAPrinterUnderADisplayName(RuleContext scene) {
    twoSites(scene);
    CloudServiceClient admin = scene.client(ADMIN);
    PrinterIdentity identity = scene.fake().printer(SERIES, "VP/2 ü");

    RegisteredPrinter registered = scene.run(admin.printers().register(identity, "Press 1"));

    Printer printer = registered.printer();
    assertThat(registered.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(registered.foundedSite()).isNull();
    assertThat(printer.id()).startsWith("prn_");
    assertThat(printer.series()).isEqualTo(SERIES);
    assertThat(printer.serialNumber()).isEqualTo("VP/2 ü");
    assertThat(printer.displayName()).isEqualTo("Press 1");
    assertThat(printer.registeredAt()).isEqualTo(FakeClock.START);
    assertThat(printer.lastDataAt()).isNull();
    assertThat(scene.run(admin.printers().get("VP/2 ü"))).isEqualTo(printer);
    assertThat(scene.run(admin.printers().get(printer.id()))).isEqualTo(printer);
  }

  @EveryMode
  @Rule("D20")
  void aPrinterThatDoesNotProveItselfIsRejected(RuleContext scene) {
    twoSites(scene);
    String proofOfAnother = scene.fake().printer(SERIES, "VP-1002").proof();

    RejectedException rejection =
        scene.rejection(
            scene
                .client(ADMIN)
                .printers()
                .register(PrinterIdentity.of(SERIES, "VP-1003", proofOfAnother), "Press 1"));

    assertThat(rejection.code().id()).isEqualTo("printer-not-proven");
    assertThat(rejection).hasMessageNotContaining(proofOfAnother);
  }

  @EveryMode
  @Rule({"D20", "D21"})
  void aTransferTakesAGoodProofToo(RuleContext scene) {
    twoSites(scene);

    assertThat(
            scene.rejectionCode(
                scene
                    .client(ADMIN)
                    .printers()
                    .register(PrinterIdentity.of(SERIES, "VP-1001", "made up"), "Press 1")
                    .transferFromOtherSite()))
        .isEqualTo("printer-not-proven");
  }

  @EveryMode
  @Rule({"D21", "D2"})
  void aPrinterOfAnotherSiteIsNotTakenOverSilently(RuleContext scene) {
    twoSites(scene);

    assertThat(
            scene.rejectionCode(
                scene
                    .client(ADMIN)
                    .printers()
                    .register(scene.fake().printer(SERIES, "VP-1001"), "Mine")))
        .isEqualTo("printer-registered-elsewhere");
    assertThat(scene.list(scene.client(BOSS).printers().list())).hasSize(1);
    assertThat(scene.run(scene.client(ADMIN).printers().find("VP-1001"))).isEmpty();
  }

  @EveryMode
  @Rule({"D21", "D24"})
  void anExplicitYesMovesThePrinterWithItsLicences(RuleContext scene) {
    twoSites(scene);
    scene.fake().setLicences("VP-1001", DASHBOARD);
    scene.fake().sendData("VP-1001");
    Printer before = scene.run(scene.client(BOSS).printers().get("VP-1001"));
    scene.fake().clock().advance(Duration.ofDays(7));

    RegisteredPrinter moved =
        scene.run(
            scene
                .client(ADMIN)
                .printers()
                .register(scene.fake().printer(SERIES, "VP-1001"), "Mine")
                .transferFromOtherSite());

    Printer after = moved.printer();
    assertThat(moved.result()).isEqualTo(RegistrationResult.TRANSFERRED);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(after.registeredAt()).isEqualTo(FakeClock.START.plus(Duration.ofDays(7)));
    assertThat(before.lastDataAt()).isNotNull();
    assertThat(after.lastDataAt()).isNull();
    assertThat(after.licences()).isEqualTo(before.licences());
    assertThat(scene.list(scene.client(BOSS).printers().list())).isEmpty();
    assertThat(scene.run(scene.client(ADMIN).printers().find(before.id()))).isEmpty();
  }

  @EveryMode
  @Rule("D21")
  void theYesDoesNoHarmToAPrinterThatIsRegisteredNowhereOrHere(RuleContext scene) {
    twoSites(scene);
    var registration =
        scene
            .client(ADMIN)
            .printers()
            .register(scene.fake().printer(SERIES, "VP-2"), "Mine")
            .transferFromOtherSite();

    assertThat(scene.run(registration).result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(scene.run(registration).result()).isEqualTo(RegistrationResult.UNCHANGED);
  }

  @EveryMode
  @Rule("D22")
  void registeringAgainSetsTheDisplayName(RuleContext scene) {
    twoSites(scene);
    CloudServiceClient boss = scene.client(BOSS);
    PrinterIdentity identity = scene.fake().printer(SERIES, "VP-1001");
    Printer before = scene.run(boss.printers().get("VP-1001"));
    scene.fake().clock().advance(Duration.ofHours(1));

    RegisteredPrinter same = scene.run(boss.printers().register(identity, "Theirs"));
    RegisteredPrinter renamed = scene.run(boss.printers().register(identity, "Press 7"));

    assertThat(same.result()).isEqualTo(RegistrationResult.UNCHANGED);
    assertThat(same.printer()).isEqualTo(before);
    assertThat(renamed.result()).isEqualTo(RegistrationResult.RENAMED);
    assertThat(renamed.printer().displayName()).isEqualTo("Press 7");
    assertThat(renamed.printer().id()).isEqualTo(before.id());
    assertThat(renamed.printer().registeredAt()).isEqualTo(before.registeredAt());
  }

  @EveryMode
  @Rule("D22")
  void displayNamesMayRepeat(RuleContext scene) {
    twoSites(scene);
    CloudServiceClient boss = scene.client(BOSS);

    scene.run(boss.printers().register(scene.fake().printer(SERIES, "VP-2"), "Theirs"));

    assertThat(scene.list(boss.printers().list()))
        .extracting(Printer::serialNumber, Printer::displayName)
        .containsExactly(tuple("VP-1001", "Theirs"), tuple("VP-2", "Theirs"));
  }

  @EveryMode
  @Rule("D22")
  void aSerialNumberStaysWithItsSeries(RuleContext scene) {
    twoSites(scene);

    RejectedException rejection =
        scene.rejection(
            scene
                .client(BOSS)
                .printers()
                .register(scene.fake().printer("imagePRESS V1350", "VP-1001"), "Press 1"));

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
  void aRegistrationShowsWhetherAllRequiredLicencesAreThere(RuleContext scene) {
    twoSites(scene);
    CloudServiceClient boss = scene.client(BOSS);
    PrinterIdentity identity = scene.fake().printer(SERIES, "VP-1001");
    assertThat(scene.run(boss.printers().register(identity, "A")).printer().licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, false));

    scene.fake().setLicences("VP-1001", REMOTE_MATCH);
    Printer some = scene.run(boss.printers().register(identity, "B")).printer();
    scene.fake().setLicences("VP-1001", REMOTE_MATCH, DASHBOARD);
    Printer all = scene.run(boss.printers().register(identity, "C")).printer();

    assertThat(some.licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, true));
    assertThat(some.allRequiredLicencesAvailable()).isFalse();
    assertThat(all.allRequiredLicencesAvailable()).isTrue();
  }
}
