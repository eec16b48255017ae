package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;

class PrintersTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final String SERIES = "varioPRINT 140";

  private static CloudServiceClient admin(RuleContext scene) {
    scene.site(
        site ->
            site.administrator(ADMIN)
                .printer(SERIES, "VP-2", "Press 2")
                .printer(SERIES, "VP-1", "Press 1"));
    scene.site(site -> site.administrator("boss@fabrikam.com").printer(SERIES, "VP-3", "Press 3"));
    return scene.client(ADMIN);
  }

  @EveryMode
  @Rule({"D23", "D2"})
  void thePrintersOfTheSiteAreListedBySerialNumber(RuleContext scene) {
    assertThat(scene.list(admin(scene).printers().list()))
        .extracting(Printer::serialNumber)
        .containsExactly("VP-1", "VP-2");
  }

  @EveryMode
  @Rule("D23")
  void aPrinterShowsWhenItLastSentData(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    assertThat(scene.run(admin.printers().get("VP-1")).lastDataAt()).isNull();

    scene.fake().clock().advance(Duration.ofMillis(90_500));
    scene.fake().sendData("VP-1");

    assertThat(scene.run(admin.printers().get("VP-1")).lastDataAt())
        .isEqualTo(FakeClock.START.plusMillis(90_500));
    assertThat(scene.run(admin.printers().get("VP-2")).lastDataAt()).isNull();
  }

  @EveryMode
  @Rule("D25")
  void anAdministratorRemovesAPrinterTheLastOneToo(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    Printer first = scene.run(admin.printers().get("VP-1"));

    assertThat(scene.run(admin.printers().remove("VP-1")).printer()).isEqualTo(first);
    scene.run(admin.printers().remove("VP-2"));

    assertThat(scene.list(admin.printers().list())).isEmpty();
    assertThat(scene.rejection(admin.printers().remove(first.id())))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.resource()).contains("printer"));
  }

  @EveryMode
  @Rule({"D25", "D2"})
  void aPrinterOfAnotherSiteIsNotThere(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    String id = scene.run(scene.client("boss@fabrikam.com").printers().get("VP-3")).id();

    assertThat(scene.run(admin.printers().find("VP-3"))).isEmpty();
    assertThat(scene.run(admin.printers().find(id))).isEmpty();
    assertThat(scene.rejectionCode(admin.printers().remove("VP-3"))).isEqualTo("not-found");
  }

  @EveryMode
  @Rule({"D24", "D25"})
  void licencesStayWithTheSerialNumberThroughALaterRegistration(RuleContext scene) {
    CloudServiceClient admin = admin(scene);
    scene.fake().setLicences("VP-1", DASHBOARD, REMOTE_MATCH);
    Printer before = scene.run(admin.printers().remove("VP-1")).printer();

    RegisteredPrinter again =
        scene.run(admin.printers().register(scene.fake().printer(SERIES, "VP-1"), "Press 1"));

    assertThat(again.result()).isEqualTo(RegistrationResult.REGISTERED);
    assertThat(again.printer().allRequiredLicencesAvailable()).isTrue();
    assertThat(again.printer().id()).isNotEqualTo(before.id());
  }
}
