package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.Printers;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registered printers (D20, D22 to D25). */
abstract class PrinterTests extends ContractTests {
  PrinterTests(CloudServiceContractKit kit) {
    super(kit);
  }

  private Printers printers() {
    return administrator().printers();
  }

  @Test
  void isRegisteredUnderADisplayName() {
    PrinterIdentity identity = printer();

    RegisteredPrinter registered = printers().register(identity, "Press 1").execute();

    assertEquals(RegistrationResult.REGISTERED, registered.result());
    assertNull(registered.foundedSite());
    Printer printer = registered.printer();
    assertEquals(identity.series(), printer.series());
    assertEquals(identity.serialNumber(), printer.serialNumber());
    assertEquals("Press 1", printer.displayName());
    assertEquals(printer, printers().get(identity.serialNumber()).execute());
    assertEquals(printer, printers().get(printer.id()).execute());
    assertTrue(printers().list().stream().toList().contains(printer));
  }

  /** D23, D24: Dashboard and Remote Match are reported whichever licences exist. */
  @Test
  void showsTheRequiredLicences() {
    Printer printer = printers().register(printer(), "Press 1").execute().printer();

    assertEquals(
        List.of(Application.DASHBOARD, Application.REMOTE_MATCH),
        printer.licences().stream().map(Licence::application).toList());
    assertEquals(
        printer.licences().stream().allMatch(Licence::available),
        printer.allRequiredLicencesAvailable());
  }

  @Test
  void registeringAgainSetsTheDisplayName() {
    PrinterIdentity identity = printer();
    Printer first = printers().register(identity, "Press 1").execute().printer();

    RegisteredPrinter same = printers().register(identity, "Press 1").execute();
    RegisteredPrinter renamed = printers().register(identity, "Press 2").execute();

    assertEquals(RegistrationResult.UNCHANGED, same.result());
    assertEquals(RegistrationResult.RENAMED, renamed.result());
    assertEquals("Press 2", renamed.printer().displayName());
    assertEquals(first.id(), renamed.printer().id());
  }

  @Test
  void needsAValidProof() {
    PrinterIdentity identity = printer();
    PrinterIdentity impostor =
        PrinterIdentity.of(identity.series(), identity.serialNumber(), "contract-kit");

    assertEquals(
        "printer-not-proven", rejection(() -> printers().register(impostor, "Press 1").execute()));
    assertEquals("not-found", rejection(() -> printers().get(identity.serialNumber()).execute()));
  }

  @Test
  void isRemovedWithoutTheProof() {
    PrinterIdentity identity = printer();
    Printer registered = printers().register(identity, "Press 1").execute().printer();

    assertEquals(registered, printers().remove(identity.serialNumber()).execute().printer());

    assertEquals("not-found", rejection(() -> printers().get(registered.id()).execute()));
    assertEquals("not-found", rejection(() -> printers().remove(registered.id()).execute()));
  }

  /** D28: whichever are enabled, each application is named with its licence. */
  @Test
  void namesEachApplicationWithItsLicence() {
    Printer printer = printers().register(printer(), "Press 1").execute().printer();

    assertEquals(
        List.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL),
        printer.applications().stream().map(PrinterApplication::application).toList());
    for (Licence licence : printer.licences()) {
      assertEquals(
          licence.available() ? LicenceState.PRESENT : LicenceState.MISSING,
          licensed(printer, licence.application()));
    }
    assertEquals(LicenceState.NOT_REQUIRED, licensed(printer, Application.REMOTE_CONTROL));
  }

  private static LicenceState licensed(Printer printer, Application application) {
    return printer.applications().stream()
        .filter(entry -> entry.application().equals(application))
        .findFirst()
        .orElseThrow()
        .licensed();
  }
}
