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
  void anAdministratorRemovesAPrinterTheLastOneToo(RuleContext context) {
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
  void aPrinterOfAnotherSiteIsNotThere(RuleContext context) {
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
}
