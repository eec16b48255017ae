package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * A bulk job that removes. It first reads every row, without changing anything. Then it compares
 * the number of removals with a ceiling, and only below it begins to remove.
 *
 * <ul>
 *   <li><b>Ceiling</b>: a quarter of those whom the operation can remove; at most 2 if there are
 *       fewer than 10. Removals of the last 7 days count as well: those in the other journals of
 *       the folder in which the journal is, or in its database. Therefore a removal needs a {@link
 *       #journal(Path) journal}.
 *   <li><b>Protected</b>: the account that runs the job, and the last active administrator (D13).
 *       Such a row is {@code REJECTED} by the job itself, without a {@link BulkItem#code()}.
 *   <li><b>Drift</b>: a member who has changed since the job has read it is not removed; the row is
 *       {@code DRIFTED}.
 * </ul>
 *
 * <pre>{@code
 * BulkRemoval leavers = Bulk.with(client).removeUsers(addresses).journal(file);
 * RemovalPreview preview = leavers.dryRun();
 * log.info("{} would be removed, {} are allowed", preview.removals(), preview.allowed());
 * leavers.execute();
 * }</pre>
 */
@CheckReturnValue
public interface BulkRemoval extends BulkJob {

  /**
   * Protects more members.
   *
   * @param emails addresses in any spelling; the service canonicalises
   * @return a job that does not remove them
   */
  BulkRemoval protecting(Collection<String> emails);

  /**
   * Lowers the ceiling.
   *
   * @param removals the number of removals that is not exceeded in any case, zero or more
   * @return a job with that ceiling
   * @throws IllegalArgumentException if the number is negative
   */
  BulkRemoval removingAtMost(long removals);

  /**
   * Allows this job to exceed the ceiling.
   *
   * @param removals the number of removals that were approved, which must be exactly the number
   *     that {@link RemovalPreview#removals()} says; otherwise nothing is removed
   * @return a job with the approval
   * @throws IllegalArgumentException if the number is negative
   */
  BulkRemoval approvingRemovals(long removals);

  /**
   * Reads what the job would remove, and changes nothing. It sends only reads.
   *
   * @return what would be removed
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the members cannot be read
   */
  RemovalPreview dryRun();

  /**
   * {@inheritDoc}
   *
   * @throws RemovalCeilingException if the ceiling would be exceeded; nothing was removed
   * @throws IllegalStateException if the job has no journal
   */
  @Override
  BulkReport execute();

  @Override
  BulkRemoval journal(Path file);

  @Override
  BulkRemoval journal(Journal journal);

  @Override
  BulkRemoval continuing(Path journal);

  @Override
  BulkRemoval resumeAsOtherAccount();

  @Override
  BulkRemoval maxConcurrency(int requests);

  @Override
  BulkRemoval stopAfterRejections(long rejections);

  @Override
  BulkRemoval stopAfterUnknowns(long unknowns);

  @Override
  BulkRemoval onProgress(Consumer<BulkProgress> listener);

  @Override
  BulkRemoval time(Timer timer, Clock clock);
}
