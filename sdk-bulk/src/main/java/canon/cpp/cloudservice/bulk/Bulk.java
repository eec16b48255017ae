package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.job.DefaultBulkJob;
import canon.cpp.cloudservice.bulk.internal.job.RowOperation;
import canon.cpp.cloudservice.bulk.internal.operations.AddUsers;

/**
 * Runs one operation for many rows, such as adding thousands of users. A job goes on after a row
 * fails, adapts its speed to the service, and can be continued after a crash without applying
 * anything twice.
 *
 * <pre>{@code
 * BulkReport report =
 *     Bulk.with(admin)
 *         .addUsers(addresses)
 *         .journal(Path.of("import.jsonl"))   // run again with the same file to continue
 *         .execute();
 * try (Stream<BulkItem> rejected = report.rejected()) {
 *   rejected.forEach(item -> log.warn("row {}: {}", item.row(), item.message()));
 * }
 * }</pre>
 *
 * <p>The input is read while the job runs, one row after the other, so it can be of any length.
 * {@link BulkInput} makes an input of a stream or a publisher.
 */
@CheckReturnValue
public final class Bulk {
  private final CloudServiceClient client;

  private Bulk(CloudServiceClient client) {
    this.client = client;
  }

  /**
   * Returns bulk operations for the account of a client.
   *
   * @param client a view with an administrator's account (D7)
   * @return the operations
   */
  public static Bulk with(CloudServiceClient client) {
    return new Bulk(requireNonNull(client, "client"));
  }

  /**
   * Adds users to all three application user lists (D8). A user who is on all of them already is
   * {@link ItemResult#ALREADY_SO}.
   *
   * @param emails the addresses as typed
   * @return the job, which does nothing until it is executed
   */
  public BulkJob addUsers(Iterable<String> emails) {
    return job(new AddUsers(client), emails);
  }

  private BulkJob job(RowOperation operation, Iterable<String> input) {
    return DefaultBulkJob.of(client, operation, requireNonNull(input, "input"));
  }
}
