package canon.cpp.cloudservice.hostile;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.util.List;
import java.util.function.Function;

/**
 * A call of each kind that the client offers.
 *
 * @param operation the operation's name in the contract
 * @param isChange whether it changes anything
 * @param on makes the call
 */
public record EveryCall(
    String operation, boolean isChange, Function<CloudServiceClient, Call<?>> on) {
  private static final PrinterIdentity PRINTER = PrinterIdentity.of("series", "1", "proof");

  public static final List<EveryCall> ALL =
      List.of(
          change("signIn", client -> client.session().signIn()),
          read("getSession", client -> client.session().get()),
          change("signOut", client -> client.session().signOut()),
          read("getSite", client -> client.site().get()),
          read("listUsers", client -> client.users().list().page()),
          read(
              "listUsers", client -> client.users().list().startingFrom(PageToken.of("p1")).page()),
          change("addUser", client -> client.users().add("a@b.example")),
          change("addUser", client -> client.users().add("a@b.example").withResponse()),
          read("getUser", client -> client.users().get("usr_1")),
          read("getUser", client -> client.users().find("usr_1")),
          change("removeUser", client -> client.users().remove("a").from(Application.DASHBOARD)),
          change("removeUserFromEveryList", client -> client.users().remove("a").fromEveryList()),
          read("resolveAddresses", client -> client.users().resolve(List.of("a@b.example"))),
          read("listAdministrators", client -> client.administrators().list().page()),
          change("addAdministrator", client -> client.administrators().add("a@b.example")),
          read("getAdministrator", client -> client.administrators().get("adm_1")),
          read("getAdministrator", client -> client.administrators().find("adm_1")),
          change("removeAdministrator", client -> client.administrators().remove("adm_1")),
          read("listPrinters", client -> client.printers().list().page()),
          change("registerPrinter", client -> client.printers().register(PRINTER, "Press 1")),
          read("getPrinter", client -> client.printers().get("prn_1")),
          read("getPrinter", client -> client.printers().find("prn_1")),
          read("getPrinter", client -> client.printers().readiness("prn_1")),
          change("removePrinter", client -> client.printers().remove("prn_1")),
          change("activateRemoteControl", client -> client.remoteControl().activate()));

  private static EveryCall read(String operation, Function<CloudServiceClient, Call<?>> on) {
    return new EveryCall(operation, false, on);
  }

  private static EveryCall change(String operation, Function<CloudServiceClient, Call<?>> on) {
    return new EveryCall(operation, true, on);
  }

  public Call<?> on(CloudServiceClient client) {
    return on.apply(client);
  }

  @Override
  public String toString() {
    return operation;
  }
}
