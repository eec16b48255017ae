package canon.cpp.cloudservice.bulk.plan;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the application of a plan did. The items are read from the journal; close the streams. This
 * library implements the interface and may add methods to it.
 *
 * <pre>{@code
 * if (!applied.isComplete()) {
 *   try (Stream<AppliedItem> items = applied.items()) {
 *     items
 *         .filter(item -> !item.result().isAsWanted())
 *         .forEach(item -> log.warn("{}: {}", item.result(), item.message()));
 *   }
 * }
 * }</pre>
 */
public interface Applied {

  /**
   * Returns the plan.
   *
   * @return the plan
   */
  MembershipPlan plan();

  /**
   * Tells whether the journal says that the plan was applied before, so that this run changed
   * nothing.
   *
   * @return true if every item had a result
   */
  boolean wasAlreadyApplied();

  /**
   * Returns how many items have a result, those of earlier runs with the same journal included.
   *
   * @param result the result
   * @return the number
   */
  long count(ItemResult result);

  /**
   * Returns why the application stopped before its end.
   *
   * @return the reason, or empty if every item was tried
   */
  Optional<StopReason> stopReason();

  /**
   * Tells whether the site is as every item wants it.
   *
   * @return true if the application did not stop and all items are {@code DONE} or {@code
   *     ALREADY_SO}
   */
  default boolean isComplete() {
    boolean complete = !stopReason().isPresent();
    for (ItemResult result : ItemResult.values()) {
      complete &= result.isAsWanted() || count(result) == 0;
    }
    return complete;
  }

  /**
   * Streams the items that have a result, in the order of the plan.
   *
   * @return the items; close the stream
   * @throws canon.cpp.cloudservice.bulk.JournalException if the journal cannot be read
   */
  Stream<AppliedItem> items();

  /**
   * Streams the items with one result.
   *
   * @param result the result
   * @return the items; close the stream
   */
  default Stream<AppliedItem> items(ItemResult result) {
    return items().filter(item -> item.result() == result);
  }

  /**
   * Creates the plan back: it restores the lists that the members of the {@code DONE} items had, or
   * the role of administrators. It reads the members and changes nothing. What it cannot bring back
   * is in its {@link MembershipPlan#warnings()}: the state Active, the id, and the binding to an
   * account (D33). Items whose member has changed since, or whose outcome is not known, are {@link
   * MembershipPlan#impossible()}.
   *
   * <pre>{@code
   * MembershipPlan back = applied.inverse();
   * back.warnings().forEach(warning -> log.warn(warning.message()));
   * }</pre>
   *
   * @return the plan, which has a ceiling like any other
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the members cannot be read
   */
  MembershipPlan inverse();
}
