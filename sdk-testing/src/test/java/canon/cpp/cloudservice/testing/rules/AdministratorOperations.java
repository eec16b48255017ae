package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.util.List;

/** One call of each operation that only an administrator may do. */
final class AdministratorOperations {
  private AdministratorOperations() {}

  static List<Call<?>> of(CloudServiceClient client) {
    return List.of(
        client.site().get(),
        client.users().list().page(),
        client.users().add("new@contoso.com"),
        client.users().get("admin@contoso.com"),
        client.users().remove("admin@contoso.com").from(DASHBOARD),
        client.administrators().list().page(),
        client.administrators().add("new@contoso.com"),
        client.administrators().get("admin@contoso.com"),
        client.administrators().remove("admin@contoso.com"),
        client.printers().list().page(),
        client.printers().get("VP-1001"),
        client.printers().remove("VP-1001"),
        client.printers().register(PrinterIdentity.of("series", "VP-1001", "proof"), "Press 1"));
  }
}
