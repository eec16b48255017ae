package canon.cpp.cloudservice.bulk.internal.snapshot;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a site. Equal texts and lists are kept once, so that 100,000 members fit in memory. */
public final class SnapshotReader {
  private static final int PAGE_SIZE = 1_000;

  private final Map<List<ApplicationEntry>, List<ApplicationEntry>> entries = new HashMap<>();

  SnapshotReader() {}

  /** Reads the site of the client's account. */
  public static Snapshot take(CloudServiceClient client, Clock clock) {
    SnapshotReader reader = new SnapshotReader();
    Instant from = clock.instant();
    String site = client.site().get().execute().id();
    List<User> users = new ArrayList<>();
    client.users().list().pageSize(PAGE_SIZE).forEach(user -> users.add(reader.compact(user)));
    List<Administrator> administrators = new ArrayList<>();
    client
        .administrators()
        .list()
        .pageSize(PAGE_SIZE)
        .forEach(administrator -> administrators.add(compact(administrator)));
    List<Printer> printers = new ArrayList<>();
    client.printers().list().pageSize(PAGE_SIZE).forEach(printers::add);
    return new Snapshot(site, from, clock.instant(), users, administrators, printers);
  }

  User compact(User user) {
    List<ApplicationEntry> known = entries.putIfAbsent(user.applications(), user.applications());
    return new User(
        user.id(),
        user.email().equals(user.canonicalEmail()) ? user.canonicalEmail() : user.email(),
        user.canonicalEmail(),
        user.administrator(),
        known == null ? user.applications() : known,
        user.addedAt());
  }

  private static Administrator compact(Administrator administrator) {
    return new Administrator(
        administrator.id(),
        administrator.email(),
        administrator.canonicalEmail(),
        administrator.state(),
        administrator.addedAt(),
        administrator.firstSignInAt());
  }
}
