package canon.cpp.cloudservice.cli.command.account;

import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.session.Role;
import canon.cpp.cloudservice.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of sessions. */
final class Accounts {
  private Accounts() {}

  static List<Column<Session>> columns() {
    return List.of(
        new Column<>("email", session -> session.account().email()),
        new Column<>("provider", session -> session.account().provider().id()),
        new Column<>("roles", session -> session.roles().stream().map(Role::id).toList()),
        new Column<>("site_id", Accounts::site),
        new Column<>("canonical_email", session -> session.account().canonicalEmail()));
  }

  private static @Nullable String site(Session session) {
    return session.site() == null ? null : session.site().id();
  }
}
