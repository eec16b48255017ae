package canon.cpp.cloudservice.bulk.plan;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The application of a plan, described but not yet run. Immutable: every option returns a new
 * value. This library implements the interface and may add methods to it.
 *
 * <p>First every member of the plan is read again. A member who has changed since is {@code
 * DRIFTED} and stays as it is. Then the additions are applied, and then the removals, each on the
 * condition that the member has not changed meanwhile.
 *
 * <pre>{@code
 * Applied applied =
 *     Plans.with(client)
 *         .apply(MembershipPlan.read(file))
 *         .removingAtMost(12)
 *         .journal(Path.of("journals/plan-2031-03.jsonl"))
 *         .execute();
 * }</pre>
 */
@CheckReturnValue
public interface ApplyPlan {

  /**
   * Keeps a journal in a file of JSON lines; required. Applying the plan again with the same file
   * continues it after a crash, and changes nothing if it was applied. Keep the journals of a site
   * in one folder, because the removals of the last 7 days are counted there.
   *
   * @param file the file; created, readable by its owner only, if it does not exist
   * @return an application with a journal
   */
  ApplyPlan journal(Path file);

  /**
   * Lowers the ceiling.
   *
   * @param removals the number of removals that is not exceeded in any case, zero or more
   * @return an application with that ceiling
   * @throws IllegalArgumentException if the number is negative
   */
  ApplyPlan removingAtMost(long removals);

  /**
   * Allows this plan to exceed the ceiling. Both values are those that a person has seen, so they
   * do not belong into a configuration.
   *
   * @param removals the number of {@link MembershipPlan#removals()}
   * @param digest the {@link MembershipPlan#digest()}
   * @return an application with the approval
   * @throws IllegalArgumentException if the number is negative
   */
  ApplyPlan approvingRemovals(long removals, String digest);

  /**
   * Changes nothing at all if any member has changed since the plan was created. Then {@link
   * Applied#stopReason()} is {@code DRIFTED}.
   *
   * @return an application that stops
   */
  ApplyPlan failOnAnyDrift();

  /**
   * Removes members before others are added. Within one member, additions still come first.
   *
   * @return an application in that order
   */
  ApplyPlan removalsFirst();

  /**
   * Stops before or between removals while the outcome of more items is unknown. The removals of
   * one member always wait for the outcome of its own additions.
   *
   * @param unknowns how many are tolerated, zero or more; any number by default
   * @return an application with the limit
   * @throws IllegalArgumentException if the number is negative
   */
  ApplyPlan stopRemovalsAfterUnknowns(long unknowns);

  /**
   * Stops when more items are rejected in one run.
   *
   * @param rejections how many are tolerated, zero or more; any number by default
   * @return an application with the limit
   * @throws IllegalArgumentException if the number is negative
   */
  ApplyPlan stopAfterRejections(long rejections);

  /**
   * Limits the number of requests in flight.
   *
   * @param requests 1 to 256; 64 by default
   * @return an application with the limit
   * @throws IllegalArgumentException if the number is out of range
   */
  ApplyPlan maxConcurrency(int requests);

  /**
   * Allows the application to continue the journal of another account; see {@link
   * canon.cpp.cloudservice.bulk.BulkJob#resumeAsOtherAccount()}.
   *
   * @return an application that may continue the work of another account
   */
  ApplyPlan resumeAsOtherAccount();

  /**
   * Sets a listener for progress; see {@link canon.cpp.cloudservice.bulk.BulkJob#onProgress}.
   *
   * @param listener the listener
   * @return an application with the listener
   */
  ApplyPlan onProgress(Consumer<BulkProgress> listener);

  /**
   * Sets how time passes, for tests.
   *
   * @param timer the delays
   * @param clock the wall clock
   * @return an application with that time
   */
  ApplyPlan time(Timer timer, Clock clock);

  /**
   * Applies the plan on this thread. An interrupt stops it as {@link
   * canon.cpp.cloudservice.bulk.BulkJob#execute()} says.
   *
   * @return what was applied
   * @throws canon.cpp.cloudservice.bulk.RemovalCeilingException if the ceiling would be exceeded;
   *     nothing was changed
   * @throws PlanException if the plan is for another site; nothing was changed
   * @throws canon.cpp.cloudservice.bulk.JournalException if the journal cannot be used, or belongs
   *     to another plan
   * @throws IllegalStateException if there is no journal
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the session of the account
   *     cannot be read, so that nothing was begun
   */
  @CanIgnoreReturnValue
  Applied execute();

  /**
   * Applies the plan on a thread of its own. Cancelling the future stops it as an interrupt does.
   *
   * @return a future of what was applied
   */
  @CanIgnoreReturnValue
  CompletableFuture<Applied> executeAsync();
}
