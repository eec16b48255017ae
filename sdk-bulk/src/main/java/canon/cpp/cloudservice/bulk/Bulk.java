package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.job.DefaultBulkJob;
import canon.cpp.cloudservice.bulk.internal.job.RowOperation;
import canon.cpp.cloudservice.bulk.internal.operations.AddAdministrators;
import canon.cpp.cloudservice.bulk.internal.operations.AddUsers;
import canon.cpp.cloudservice.bulk.internal.operations.RemoveAdministrators;
import canon.cpp.cloudservice.bulk.internal.operations.RemovePrinters;
import canon.cpp.cloudservice.bulk.internal.operations.RemoveUsers;
import java.util.Collection;
import java.util.List;

/**
 * Runs one operation for many rows, such as adding thousands of users. A job goes on after a row
 * fails, adapts its speed to the service, and can be continued after a crash without applying
 * anything twice.
 *
 * <pre>{@code
 * BulkReport report =
 *     Bulk.with(client)
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

  /**
   * Adds cloud service administrators, who are invited at first and also join the Dashboard and
   * Remote Match lists (D10).
   *
   * @param emails the addresses as typed
   * @return the job, which does nothing until it is executed
   */
  public BulkJob addAdministrators(Iterable<String> emails) {
    return job(new AddAdministrators(client), emails);
  }

  /**
   * Removes users from every application user list (D12). Administrators keep their role.
   *
   * @param userKeys addresses or ids; a user who is on no list is {@link ItemResult#ALREADY_SO}
   * @return the job, which does nothing until it is executed
   */
  public BulkRemoval removeUsers(Iterable<String> userKeys) {
    return job(new RemoveUsers(client, List.of()), userKeys);
  }

  /**
   * Removes users from the lists of some applications (D12). Administrators keep their role.
   *
   * @param userKeys addresses or ids; a user who is on none of the lists is {@link
   *     ItemResult#ALREADY_SO}
   * @param lists the applications, at least one
   * @return the job, which does nothing until it is executed
   * @throws IllegalArgumentException if there is no list
   */
  public BulkRemoval removeUsers(Iterable<String> userKeys, Collection<Application> lists) {
    if (lists.isEmpty()) {
      throw new IllegalArgumentException(
          "Name at least one list, or call removeUsers(userKeys) for every list");
    }
    return job(new RemoveUsers(client, List.copyOf(lists)), userKeys);
  }

  /**
   * Removes the role of administrators; they stay on their lists (D13).
   *
   * @param administratorKeys addresses or ids; one who is not an administrator is {@link
   *     ItemResult#ALREADY_SO}
   * @return the job, which does nothing until it is executed
   */
  public BulkRemoval removeAdministrators(Iterable<String> administratorKeys) {
    return job(new RemoveAdministrators(client), administratorKeys);
  }

  /**
   * Removes printers from the site (D25).
   *
   * @param printerKeys serial numbers or ids; a printer that is not there is {@link
   *     ItemResult#ALREADY_SO}
   * @return the job, which does nothing until it is executed
   */
  public BulkRemoval removePrinters(Iterable<String> printerKeys) {
    return job(new RemovePrinters(client), printerKeys);
  }

  private BulkRemoval job(RowOperation operation, Iterable<String> input) {
    return DefaultBulkJob.of(client, operation, requireNonNull(input, "input"));
  }
}
