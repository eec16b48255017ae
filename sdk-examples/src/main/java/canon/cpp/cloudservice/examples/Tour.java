package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.session.Session;
import java.util.List;

/** Reads the contents of a site and prints them. */
final class Tour {
  private static final int MAX_ROWS = 20;

  private final CloudServiceClient client;
  private final Narrator narrator;

  Tour(CloudServiceClient client, Narrator narrator) {
    this.client = client;
    this.narrator = narrator;
  }

  /** Reads everything that an administrator can read; only the first rows of long lists. */
  void read() {
    narrator.title("Reading from " + client);
    narrator.step("Who is signed in");
    Session session = client.session().get().execute();
    narrator.say(
        "%s, roles %s, site %s", session.account().email(), session.roles(), session.site().id());
    narrator.step("Users (the first " + MAX_ROWS + ")");
    users();
    narrator.step("Administrators (the first " + MAX_ROWS + ")");
    administrators();
    narrator.step("Printers (the first " + MAX_ROWS + ")");
    printers();
  }

  void users() {
    narrator.table(
        List.of("User", "Dashboard", "Remote Match", "Remote Control", "Administrator"),
        client.users().list().pageSize(MAX_ROWS).stream().limit(MAX_ROWS).map(Tour::row).toList());
  }

  void administrators() {
    narrator.table(
        List.of("Administrator", "State"),
        client.administrators().list().pageSize(MAX_ROWS).stream()
            .limit(MAX_ROWS)
            .map(Tour::row)
            .toList());
  }

  void printers() {
    narrator.table(
        List.of("Printer", "Series", "Serial number", "Licences", "Last data"),
        client.printers().list().pageSize(MAX_ROWS).stream()
            .limit(MAX_ROWS)
            .map(Tour::row)
            .toList());
  }

  private static List<String> row(User user) {
    return List.of(
        user.canonicalEmail(),
        on(user, Application.DASHBOARD),
        on(user, Application.REMOTE_MATCH),
        on(user, Application.REMOTE_CONTROL),
        user.administrator().id());
  }

  private static List<String> row(Administrator administrator) {
    return List.of(administrator.canonicalEmail(), administrator.state().id());
  }

  private static List<String> row(Printer printer) {
    return List.of(
        printer.displayName(),
        printer.series(),
        printer.serialNumber(),
        printer.allRequiredLicencesAvailable() ? "all present" : "missing",
        printer.lastDataAt() == null ? "none yet" : printer.lastDataAt().toString());
  }

  private static String on(User user, Application application) {
    return user.stateOn(application).map(ListState::id).orElse("-");
  }
}
