package canon.cpp.cloudservice.bulk.snapshot;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.snapshot.SnapshotReader;
import java.time.Clock;

/**
 * Takes snapshots of a site. It only reads.
 *
 * <pre>{@code
 * Snapshot today = Snapshots.of(admin).take();
 * today.save(Path.of("site-2031-03-02.json"));
 * for (SnapshotChange change : Snapshot.read(Path.of("site-2031-03-01.json")).diff(today)) {
 *   System.out.println(change);
 * }
 * }</pre>
 */
@CheckReturnValue
public final class Snapshots {
  private final CloudServiceClient client;
  private final Clock clock;

  private Snapshots(CloudServiceClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Returns snapshots of the site of an account.
   *
   * @param client a view with an administrator's account (D7)
   * @return the snapshots, none taken yet
   */
  public static Snapshots of(CloudServiceClient client) {
    return new Snapshots(requireNonNull(client, "client"), Clock.systemUTC());
  }

  /**
   * Sets the clock for the times of a snapshot. The default is the system clock.
   *
   * @param clock the clock
   * @return snapshots with this clock
   */
  public Snapshots clock(Clock clock) {
    return new Snapshots(client, requireNonNull(clock, "clock"));
  }

  /**
   * Reads the users, then the administrators, then the printers, in pages of 1,000. The lists are
   * read one after the other and may change meanwhile, so a snapshot is not atomic: it shows each
   * member and printer at some moment between {@link Snapshot#from} and {@link Snapshot#to}.
   *
   * @return the snapshot
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if a list cannot be read to its end
   */
  public Snapshot take() {
    return SnapshotReader.take(client, clock);
  }
}
