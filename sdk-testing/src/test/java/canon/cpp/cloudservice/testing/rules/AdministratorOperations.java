package canon.cpp.cloudservice.testing.rules;

import static canon.cpp.cloudservice.Application.DASHBOARD;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One call of each operation that only an administrator may do. */
final class AdministratorOperations {
  private AdministratorOperations() {}

  static List<Call<?>> of(CloudServiceClient client) {
    return Arrays.stream(OperationId.values())
        .<Call<?>>flatMap(id -> call(id, client).stream())
        .toList();
  }

  /** Without a default, so that a new operation does not compile. */
  private static Optional<Call<?>> call(OperationId id, CloudServiceClient client) {
    return switch (id) {
      case SIGN_IN, GET_SESSION, SIGN_OUT, ACTIVATE_REMOTE_CONTROL -> Optional.empty();
      case GET_SITE -> Optional.of(client.site().get());
      case LIST_USERS -> Optional.of(client.users().list().page());
      case ADD_USER -> Optional.of(client.users().add("new@contoso.com"));
      case GET_USER -> Optional.of(client.users().get("admin@contoso.com"));
      case REMOVE_USER -> Optional.of(client.users().remove("admin@contoso.com").from(DASHBOARD));
      case REMOVE_USER_FROM_EVERY_LIST ->
          Optional.of(client.users().remove("admin@contoso.com").fromEveryList());
      case RESOLVE_ADDRESSES -> Optional.of(client.users().resolve(List.of("admin@contoso.com")));
      case LIST_ADMINISTRATORS -> Optional.of(client.administrators().list().page());
      case ADD_ADMINISTRATOR -> Optional.of(client.administrators().add("new@contoso.com"));
      case GET_ADMINISTRATOR -> Optional.of(client.administrators().get("admin@contoso.com"));
      case REMOVE_ADMINISTRATOR -> Optional.of(client.administrators().remove("admin@contoso.com"));
      case LIST_PRINTERS -> Optional.of(client.printers().list().page());
      case GET_PRINTER -> Optional.of(client.printers().get("VP-1001"));
      case REMOVE_PRINTER -> Optional.of(client.printers().remove("VP-1001"));
      case REGISTER_PRINTER ->
          Optional.of(
              client
                  .printers()
                  .register(PrinterIdentity.of("series", "VP-1001", "proof"), "Press 1"));
    };
  }
}
