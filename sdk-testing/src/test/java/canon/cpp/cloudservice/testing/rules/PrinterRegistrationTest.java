package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.RefusedException;
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

  private static void twoSites(Scene scene) {
    scene.site(site -> site.administrator(ADMIN));
    scene.site(site -> site.administrator(BOSS).printer(SERIES, "VP-1001", "Theirs"));
  }

  @EveryWay
  @Rule({"D20", "D23", "D26"})
  void anAdministratorRegistersAPrinterUnderADisplayName(Scene scene) {
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

  @EveryWay
  @Rule("D20")
  void aPrinterThatDoesNotProveItselfIsRefused(Scene scene) {
    twoSites(scene);
    String proofOfAnother = scene.fake().printer(SERIES, "VP-1002").proof();

    RefusedException refusal =
        scene.refusal(
            scene
                .client(ADMIN)
                .printers()
                .register(PrinterIdentity.of(SERIES, "VP-1003", proofOfAnother), "Press 1"));

    assertThat(refusal.code().id()).isEqualTo("printer-not-proven");
    assertThat(refusal).hasMessageNotContaining(proofOfAnother);
  }

  @EveryWay
  @Rule({"D20", "D21"})
  void aTransferTakesAGoodProofToo(Scene scene) {
    twoSites(scene);

    assertThat(
            scene.refusalCode(
                scene
                    .client(ADMIN)
                    .printers()
                    .register(PrinterIdentity.of(SERIES, "VP-1001", "made up"), "Press 1")
                    .transferFromOtherSite()))
        .isEqualTo("printer-not-proven");
  }

  @EveryWay
  @Rule({"D21", "D2"})
  void aPrinterOfAnotherSiteIsNotTakenOverSilently(Scene scene) {
    twoSites(scene);

    assertThat(
            scene.refusalCode(
                scene
                    .client(ADMIN)
                    .printers()
                    .register(scene.fake().printer(SERIES, "VP-1001"), "Mine")))
        .isEqualTo("printer-registered-elsewhere");
    assertThat(scene.list(scene.client(BOSS).printers().list())).hasSize(1);
    assertThat(scene.run(scene.client(ADMIN).printers().find("VP-1001"))).isEmpty();
  }

  @EveryWay
  @Rule({"D21", "D24"})
  void anExplicitYesMovesThePrinterWithItsLicences(Scene scene) {
    twoSites(scene);
    scene.fake().licences("VP-1001", DASHBOARD);
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

  @EveryWay
  @Rule("D21")
  void theYesDoesNoHarmToAPrinterThatIsRegisteredNowhereOrHere(Scene scene) {
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

  @EveryWay
  @Rule("D22")
  void registeringAgainSetsTheDisplayName(Scene scene) {
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

  @EveryWay
  @Rule("D22")
  void displayNamesMayRepeat(Scene scene) {
    twoSites(scene);
    CloudServiceClient boss = scene.client(BOSS);

    scene.run(boss.printers().register(scene.fake().printer(SERIES, "VP-2"), "Theirs"));

    assertThat(scene.list(boss.printers().list()))
        .extracting(Printer::serialNumber, Printer::displayName)
        .containsExactly(tuple("VP-1001", "Theirs"), tuple("VP-2", "Theirs"));
  }

  @EveryWay
  @Rule("D22")
  void aSerialNumberStaysWithItsSeries(Scene scene) {
    twoSites(scene);

    RefusedException refusal =
        scene.refusal(
            scene
                .client(BOSS)
                .printers()
                .register(scene.fake().printer("imagePRESS V1350", "VP-1001"), "Press 1"));

    assertThat(refusal)
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

  @EveryWay
  @Rule({"D23", "D24"})
  void aRegistrationShowsWhetherAllRequiredLicencesAreThere(Scene scene) {
    twoSites(scene);
    CloudServiceClient boss = scene.client(BOSS);
    PrinterIdentity identity = scene.fake().printer(SERIES, "VP-1001");
    assertThat(scene.run(boss.printers().register(identity, "A")).printer().licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, false));

    scene.fake().licences("VP-1001", REMOTE_MATCH);
    Printer some = scene.run(boss.printers().register(identity, "B")).printer();
    scene.fake().licences("VP-1001", REMOTE_MATCH, DASHBOARD);
    Printer all = scene.run(boss.printers().register(identity, "C")).printer();

    assertThat(some.licences())
        .containsExactly(new Licence(DASHBOARD, false), new Licence(REMOTE_MATCH, true));
    assertThat(some.allRequiredLicencesAvailable()).isFalse();
    assertThat(all.allRequiredLicencesAvailable()).isTrue();
  }
}
