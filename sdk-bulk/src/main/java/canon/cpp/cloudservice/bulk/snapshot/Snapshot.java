package canon.cpp.cloudservice.bulk.snapshot;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.snapshot.SnapshotDiff;
import canon.cpp.cloudservice.bulk.internal.snapshot.SnapshotFile;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The members and printers of a site, as {@link Snapshots} has read them. Not atomic: each member
 * and printer is as it was at some moment between {@code from} and {@code to}.
 *
 * @param site the id of the site
 * @param from when reading began
 * @param to when reading ended
 * @param users the users, administrators on a list included (D18), without etags
 * @param administrators the administrators, without etags
 * @param printers the printers
 */
@CheckReturnValue
public record Snapshot(
    String site,
    Instant from,
    Instant to,
    List<User> users,
    List<Administrator> administrators,
    List<Printer> printers) {

  public Snapshot {
    requireNonNull(site, "site");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    users = List.copyOf(users);
    administrators = List.copyOf(administrators);
    printers = List.copyOf(printers);
  }

  /**
   * Reads a snapshot from its file.
   *
   * @param file the file
   * @return the snapshot
   * @throws SnapshotException if the file cannot be read, is not a snapshot, or was written by a
   *     later version
   */
  public static Snapshot read(Path file) {
    return SnapshotFile.read(requireNonNull(file, "file"));
  }

  /**
   * Writes the snapshot to a JSON file, which replaces an existing one in one step. The file
   * contains e-mail addresses. Only its owner can read it.
   *
   * @param file the file
   * @throws SnapshotException if the file cannot be written
   */
  public void save(Path file) {
    SnapshotFile.write(this, requireNonNull(file, "file"));
  }

  /**
   * Compares this snapshot with a later one of the same site.
   *
   * @param after the later snapshot
   * @return what has changed: users by canonical address, then administrators, then printers by
   *     serial number; empty if nothing has
   * @throws IllegalArgumentException if the other snapshot is of another site
   */
  public List<SnapshotChange> diff(Snapshot after) {
    return SnapshotDiff.between(this, requireNonNull(after, "after"));
  }

  /** Returns the site, the times and the numbers of members and printers, but no address. */
  @Override
  public String toString() {
    return "Snapshot[site="
        + site
        + ", from="
        + from
        + ", to="
        + to
        + ", users="
        + users.size()
        + ", administrators="
        + administrators.size()
        + ", printers="
        + printers.size()
        + "]";
  }
}
