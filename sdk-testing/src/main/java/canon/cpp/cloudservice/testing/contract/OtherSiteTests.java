package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.printers.RegistrationResult;
import org.junit.jupiter.api.Test;

/** Requests for what belongs to another site (D2, D16, D21). */
abstract class OtherSiteTests extends ContractTests {
  OtherSiteTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @Test
  void aMemberOfAnotherSiteCannotBeAddedAsAUser() {
    String address = administratorOfOtherSite().email();

    assertEquals(
        "account-registered-elsewhere",
        rejection(() -> administrator().users().add(address).execute()));
    assertEquals("not-found", rejection(() -> administrator().users().get(address).execute()));
  }

  @Test
  void aMemberOfAnotherSiteCannotBeAddedAsAnAdministrator() {
    String address = administratorOfOtherSite().email();

    assertEquals(
        "account-registered-elsewhere",
        rejection(() -> administrator().administrators().add(address).execute()));
    assertEquals(
        "not-found", rejection(() -> administrator().administrators().get(address).execute()));
  }

  @Test
  void aPrinterIsTransferredOnlyWithAnExplicitConfirmation() {
    PrinterIdentity identity = printer();
    CloudServiceClient there = clientOf(administratorOfOtherSite());
    atEnd(() -> remove(identity, there));
    Printer before = there.printers().register(identity, "Press 1").execute().printer();

    assertEquals(
        "printer-registered-elsewhere",
        rejection(() -> administrator().printers().register(identity, "Press 2").execute()));
    assertEquals(before, there.printers().get(before.id()).execute());
    assertEquals(
        "not-found", rejection(() -> administrator().printers().get(before.id()).execute()));

    RegisteredPrinter moved =
        administrator().printers().register(identity, "Press 2").transferFromOtherSite().execute();

    assertEquals(RegistrationResult.TRANSFERRED, moved.result());
    assertNotEquals(before.id(), moved.printer().id());
    assertEquals("not-found", rejection(() -> there.printers().get(before.id()).execute()));
  }
}
