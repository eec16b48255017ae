package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.printers.PrinterReadiness;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;

class PrintersTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String SERIES = "varioPRINT 140";

  private static CloudServiceClient admin(RuleContext context) {
    context.site(
        site ->
            site.administrator(ADMIN)
                .printer(SERIES, "VP-2", "Press 2")
                .printer(SERIES, "VP-1", "Press 1"));
    context.site(
        site -> site.administrator("boss@fabrikam.com").printer(SERIES, "VP-3", "Press 3"));
    return context.client(ADMIN);
  }

  @EveryMode
  @Rule({"D23", "D2"})
  void thePrintersOfTheSiteAreListedBySerialNumber(RuleContext context) {
    assertThat(context.list(admin(context).printers().list()))
        .extracting(Printer::serialNumber)
        .containsExactly("VP-1", "VP-2");
  }

  @EveryMode
  @Rule("D23")
  void aPrinterShowsWhenItLastSentData(RuleContext context) {
    CloudServiceClient admin = admin(context);
    assertThat(context.run(admin.printers().get("VP-1")).lastDataAt()).isNull();

    context.fake().clock().advance(Duration.ofMillis(90_500));
    context.fake().sendData("VP-1");

    assertThat(context.run(admin.printers().get("VP-1")).lastDataAt())
        .isEqualTo(FakeClock.START.plusMillis(90_500));
    assertThat(context.run(admin.printers().get("VP-2")).lastDataAt()).isNull();
  }

  @EveryMode
  @Rule("D25")
  void anAdministratorCanRemoveEveryPrinter(RuleContext context) {
    CloudServiceClient admin = admin(context);
    Printer first = context.run(admin.printers().get("VP-1"));

    assertThat(context.run(admin.printers().remove("VP-1")).printer()).isEqualTo(first);
    context.run(admin.printers().remove("VP-2"));

    assertThat(context.list(admin.printers().list())).isEmpty();
    assertThat(context.rejection(admin.printers().remove(first.id())))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.resource()).contains("printer"));
  }

  @EveryMode
  @Rule({"D25", "D2"})
  void aPrinterOfAnotherSiteIsNotFound(RuleContext context) {
    CloudServiceClient admin = admin(context);
    String id = context.run(context.client("boss@fabrikam.com").printers().get("VP-3")).id();

    assertThat(context.run(admin.printers().find("VP-3"))).isEmpty();
    assertThat(context.run(admin.printers().find(id))).isEmpty();
    assertThat(context.rejectionCode(admin.printers().remove("VP-3"))).isEqualTo("not-found");
  }

  @EveryMode
  @Rule({"D24", "D25"})
  void licencesStayWithTheSerialNumberThroughALaterRegistration(RuleContext context) {
    CloudServiceClient admin = admin(context);
    context.fake().setLicences("VP-1", DASHBOARD, REMOTE_MATCH);
    Printer before = context.run(admin.printers().remove("VP-1")).printer();

    RegisteredPrinter again =
        context.run(admin.printers().register(context.fake().printer(SERIES, "VP-1"), "Press 1"));

    assertThat(again.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(again.printer().allRequiredLicencesAvailable()).isTrue();
    assertThat(again.printer().id()).isNotEqualTo(before.id());
  }

  @EveryMode
  @Rule({"D28", "D26"})
  void aPrinterIsOfferedIfItIsRegisteredEnabledAndLicensed(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().setLicences("VP-1", DASHBOARD);
    scene.fake().setEnabledApplications("VP-1", REMOTE_MATCH, REMOTE_CONTROL);
    scene.fake().setSoftwareVersion("VP-1", "8.1.3");

    PrinterReadiness readiness = scene.run(admin.printers().readiness("VP-1"));

    assertThat(requireNonNull(readiness.printer()).applications())
        .containsExactly(
            new PrinterApplication(DASHBOARD, false, LicenceState.PRESENT),
            new PrinterApplication(REMOTE_MATCH, true, LicenceState.MISSING),
            new PrinterApplication(REMOTE_CONTROL, true, LicenceState.NOT_REQUIRED));
    assertThat(readiness.printer().softwareVersion()).isEqualTo("8.1.3");
    assertThat(readiness.isReadyFor(DASHBOARD)).isFalse();
    assertThat(readiness.isReadyFor(REMOTE_MATCH)).isFalse();
    assertThat(readiness.isReadyFor(REMOTE_CONTROL)).isTrue();

    scene.fake().setEnabledApplications("VP-1", DASHBOARD);
    scene.fake().sendData("VP-1");
    PrinterReadiness later = scene.run(admin.printers().readiness("VP-1"));
    assertThat(later.isReadyFor(DASHBOARD)).isTrue();
    assertThat(later.advice(DASHBOARD)).isEmpty();
    assertThat(later.isReadyFor(REMOTE_CONTROL)).isFalse();
  }

  @EveryMode
  @Rule("D28")
  void aPrinterThatIsNotRegisteredIsNotOffered(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    assertThat(scene.run(admin.printers().readiness("VP-3")).isRegistered())
        .as("a printer of another site")
        .isFalse();
    assertThat(scene.run(admin.printers().readiness("VP-1")).printer())
        .returns(null, Printer::softwareVersion);
  }

  @EveryMode
  @Rule("D28")
  void settingsStayWithTheSerialNumberThroughALaterRegistration(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().setEnabledApplications("VP-1", REMOTE_MATCH);
    scene.fake().setSoftwareVersion("VP-1", "8.1.3");
    Printer before = scene.run(admin.printers().remove("VP-1")).printer();

    Printer after =
        scene
            .run(admin.printers().register(scene.fake().printer(SERIES, "VP-1"), "Again"))
            .printer();

    assertThat(after.applications()).isEqualTo(before.applications());
    assertThat(after.softwareVersion()).isEqualTo("8.1.3");
  }
}
