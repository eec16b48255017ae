package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ResolvedAddress;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.Printer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the output. Names are stable; new columns are added at the end. */
public final class Columns {
  private static final Set<Application> KNOWN =
      Set.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  private Columns() {}

  /** Returns the columns of users. */
  public static List<Column<User>> users() {
    return List.of(
        new Column<>("email", User::email),
        new Column<>("administrator", user -> state(user.administrator())),
        new Column<>("dashboard", user -> isOn(user, Application.DASHBOARD)),
        new Column<>("remote_match", user -> isOn(user, Application.REMOTE_MATCH)),
        new Column<>(
            "remote_control",
            user -> user.stateOn(Application.REMOTE_CONTROL).map(Object::toString).orElse("no")),
        new Column<>("other_applications", Columns::others),
        new Column<>("added_at", User::addedAt),
        new Column<>("id", User::id),
        new Column<>("canonical_email", User::canonicalEmail));
  }

  private static boolean isOn(User user, Application application) {
    return user.applications().stream().anyMatch(entry -> entry.application().equals(application));
  }

  private static List<String> others(User user) {
    return user.applications().stream()
        .map(ApplicationEntry::application)
        .filter(application -> !KNOWN.contains(application))
        .map(Application::id)
        .toList();
  }

  private static String state(AdministratorState state) {
    return state.equals(AdministratorState.NONE) ? "no" : state.id();
  }

  /** Returns the columns of administrators. */
  public static List<Column<Administrator>> administrators() {
    return List.of(
        new Column<>("email", Administrator::email),
        new Column<>("state", administrator -> administrator.state().id()),
        new Column<>("added_at", Administrator::addedAt),
        new Column<>("first_sign_in_at", Administrator::firstSignInAt),
        new Column<>("id", Administrator::id),
        new Column<>("canonical_email", Administrator::canonicalEmail));
  }

  /** Returns the columns of printers. */
  public static List<Column<Printer>> printers() {
    return List.of(
        new Column<>("serial_number", Printer::serialNumber),
        new Column<>("display_name", Printer::displayName),
        new Column<>("series", Printer::series),
        new Column<>("licences", Columns::licences),
        new Column<>("all_required_licences", Printer::allRequiredLicencesAvailable),
        new Column<>("last_data_at", Printer::lastDataAt),
        new Column<>("registered_at", Printer::registeredAt),
        new Column<>("software_version", Printer::softwareVersion),
        new Column<>("id", Printer::id));
  }

  private static List<String> licences(Printer printer) {
    return printer.licences().stream()
        .filter(Licence::available)
        .map(licence -> licence.application().id())
        .toList();
  }

  /** Returns the columns of resolved addresses. */
  public static List<Column<ResolvedAddress>> resolved() {
    return List.of(
        new Column<>("typed", ResolvedAddress::typed),
        new Column<>("canonical_email", ResolvedAddress::canonicalEmail),
        new Column<>("member", ResolvedAddress::isMember),
        new Column<>("user_id", ResolvedAddress::userId),
        new Column<>("administrator_id", ResolvedAddress::administratorId),
        new Column<>("error", address -> error(address)));
  }

  private static @Nullable String error(ResolvedAddress address) {
    return address.error() == null ? null : address.error().message();
  }
}
