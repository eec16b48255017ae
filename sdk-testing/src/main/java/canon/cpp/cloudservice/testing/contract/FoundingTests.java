package canon.cpp.cloudservice.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.printers.RegisteredPrinter;
import canon.cpp.cloudservice.session.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Founding a site, which then has one administrator (D4, D13). */
abstract class FoundingTests extends ContractTests {
  FoundingTests(CloudServiceContractKit kit) {
    super(kit);
  }

  @Test
  void anUnknownAccountFoundsASiteAndIsItsLastAdministrator() {
    PrinterIdentity identity = printer();
    ContractAccount account =
        endpoint().founder().orElseThrow(missing("account that may found a site"));
    CloudServiceClient founder = clientOf(account);
    atEnd(() -> remove(identity, founder));

    RegisteredPrinter registered =
        founder.printers().register(identity, "Press 1").foundSite().execute();

    assertEquals(founder.site().get().execute(), registered.foundedSite());
    assertEquals(List.of(Role.ADMINISTRATOR), founder.session().get().execute().roles());
    assertEquals(
        "last-administrator",
        rejection(() -> founder.administrators().remove(account.email()).execute()));
  }

  @Test
  void aMemberOfASiteCannotFoundOne() {
    PrinterIdentity identity = printer();

    assertEquals(
        "account-registered-elsewhere",
        rejection(
            () -> administrator().printers().register(identity, "Press 1").foundSite().execute()));
    assertEquals(
        "not-found",
        rejection(() -> administrator().printers().get(identity.serialNumber()).execute()));
  }
}
