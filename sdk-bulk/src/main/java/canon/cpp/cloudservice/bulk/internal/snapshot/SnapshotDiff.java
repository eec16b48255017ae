package canon.cpp.cloudservice.bulk.internal.snapshot;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotChange;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotChange.Kind;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ListState;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two snapshots. Members are compared by canonical address, printers by serial number. */
public final class SnapshotDiff {
  private final List<SnapshotChange> changes = new ArrayList<>();

  private SnapshotDiff() {}

  /** Returns what has changed. */
  public static List<SnapshotChange> between(Snapshot before, Snapshot after) {
    if (!before.site().equals(after.site())) {
      throw new IllegalArgumentException(
          "The snapshots are of two sites, "
              + before.site()
              + " and "
              + after.site()
              + ". Compare snapshots of one site.");
    }
    SnapshotDiff diff = new SnapshotDiff();
    compare(before.users(), after.users(), User::canonicalEmail, diff::user);
    compare(
        before.administrators(),
        after.administrators(),
        Administrator::canonicalEmail,
        diff::administrator);
    compare(before.printers(), after.printers(), Printer::serialNumber, diff::printer);
    return List.copyOf(diff.changes);
  }

  private static <T> void compare(
      List<T> before,
      List<T> after,
      Function<T, String> key,
      BiConsumer<@Nullable T, @Nullable T> comparison) {
    Map<String, T> earlier = new HashMap<>();
    before.forEach(item -> earlier.put(key.apply(item), item));
    Map<String, T> later = new HashMap<>();
    after.forEach(item -> later.put(key.apply(item), item));
    TreeSet<String> keys = new TreeSet<>(earlier.keySet());
    keys.addAll(later.keySet());
    keys.forEach(one -> comparison.accept(earlier.get(one), later.get(one)));
  }

  private void user(@Nullable User before, @Nullable User after) {
    User one = either(before, after);
    Subject subject = new Subject(one.id(), one.canonicalEmail());
    addedAgain(Kind.ADDED_AGAIN, subject, before == null ? null : before.id());
    applications(
        before == null ? List.of() : before.applications(),
        after == null ? List.of() : after.applications(),
        ApplicationEntry::application,
        (application, was, is) -> list(subject, application, was, is));
  }

  private void list(
      Subject subject,
      Application application,
      @Nullable ApplicationEntry before,
      @Nullable ApplicationEntry after) {
    ListState was = before == null ? null : before.state();
    ListState is = after == null ? null : after.state();
    if (!Objects.equals(was, is)) {
      Kind kind =
          was == null
              ? Kind.JOINED_LIST
              : is == null
                  ? Kind.LEFT_LIST
                  : is.equals(ListState.ACTIVE) ? Kind.BECAME_ACTIVE : Kind.LIST_STATE_CHANGED;
      add(kind, subject, application, was, is);
    }
  }

  private void administrator(@Nullable Administrator before, @Nullable Administrator after) {
    Administrator one = either(before, after);
    Subject subject = new Subject(one.id(), one.canonicalEmail());
    AdministratorState was = before == null ? null : before.state();
    AdministratorState is = after == null ? null : after.state();
    if (!Objects.equals(was, is)) {
      Kind kind =
          was == null
              ? Kind.BECAME_ADMINISTRATOR
              : is == null
                  ? Kind.NO_LONGER_ADMINISTRATOR
                  : is.equals(AdministratorState.ACTIVE)
                      ? Kind.ADMINISTRATOR_BECAME_ACTIVE
                      : Kind.ADMINISTRATOR_STATE_CHANGED;
      add(kind, subject, null, was, is);
    }
  }

  private void printer(@Nullable Printer before, @Nullable Printer after) {
    Printer one = either(before, after);
    Subject subject = new Subject(one.id(), one.serialNumber());
    if (before == null || after == null) {
      Kind kind = before == null ? Kind.PRINTER_ADDED : Kind.PRINTER_GONE;
      String name = one.displayName();
      add(kind, subject, null, before == null ? null : name, after == null ? null : name);
      return;
    }
    addedAgain(Kind.PRINTER_REGISTERED_AGAIN, subject, before.id());
    changed(Kind.PRINTER_RENAMED, subject, before.displayName(), after.displayName());
    changed(Kind.SOFTWARE_CHANGED, subject, before.softwareVersion(), after.softwareVersion());
    if (before.lastDataAt() == null && after.lastDataAt() != null) {
      add(Kind.FIRST_DATA, subject, null, null, after.lastDataAt());
    }
    applications(
        before.licences(),
        after.licences(),
        Licence::application,
        (application, was, is) ->
            flag(
                subject,
                application,
                was != null && was.available(),
                is != null && is.available(),
                Kind.LICENCE_GAINED,
                Kind.LICENCE_LOST));
    applications(
        before.applications(),
        after.applications(),
        PrinterApplication::application,
        (application, was, is) ->
            flag(
                subject,
                application,
                was != null && was.enabled(),
                is != null && is.enabled(),
                Kind.APPLICATION_ENABLED,
                Kind.APPLICATION_DISABLED));
  }

  private void flag(
      Subject subject, Application application, boolean was, boolean is, Kind on, Kind off) {
    if (was != is) {
      add(is ? on : off, subject, application, null, null);
    }
  }

  private void addedAgain(Kind kind, Subject subject, @Nullable String earlierId) {
    if (earlierId != null && !earlierId.equals(subject.id())) {
      add(kind, subject, null, earlierId, subject.id());
    }
  }

  private void changed(Kind kind, Subject subject, @Nullable String was, @Nullable String is) {
    if (!Objects.equals(was, is)) {
      add(kind, subject, null, was, is);
    }
  }

  private void add(
      Kind kind,
      Subject subject,
      @Nullable Application application,
      @Nullable Object before,
      @Nullable Object after) {
    changes.add(
        new SnapshotChange(
            kind, subject.id(), subject.name(), application, text(before), text(after)));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The later one if there is one, otherwise the earlier one. */
  private static <T> T either(@Nullable T before, @Nullable T after) {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  private static <T> void applications(
      Collection<T> before,
      Collection<T> after,
      Function<T, Application> application,
      ApplicationComparison<T> comparison) {
    for (T was : before) {
      comparison.compare(
          application.apply(was), was, find(after, application, application.apply(was)));
    }
    for (T is : after) {
      if (find(before, application, application.apply(is)) == null) {
        comparison.compare(application.apply(is), null, is);
      }
    }
  }

  private static <T> @Nullable T find(
      Collection<T> entries, Function<T, Application> application, Application wanted) {
    for (T entry : entries) {
      if (application.apply(entry).equals(wanted)) {
        return entry;
      }
    }
    return null;
  }

  /** Compares what two snapshots have for one application. */
  private interface ApplicationComparison<T> {
    void compare(Application application, @Nullable T before, @Nullable T after);
  }

  /** A member or printer. */
  private record Subject(String id, String name) {}
}
