package canon.cpp.cloudservice.bulk.internal.removal;

import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many removals are allowed: a share of those whom it concerns, or a small number. The same for
 * bulk removals and plans.
 *
 * @param atMost the caller's own limit; null if there is none
 * @param approved the number of removals that the caller has approved; null if none
 */
public record Ceiling(@Nullable Long atMost, @Nullable Long approved) {
  public static final Ceiling DEFAULT = new Ceiling(null, null);

  /** How long a removal counts. */
  public static final Duration RECENT = Duration.ofDays(7);

  private static final long SMALL_SITE = 10;
  private static final long ON_SMALL_SITE = 2;
  private static final long SHARE = 4;

  /**
   * Returns how many removals are allowed without an approval.
   *
   * @param population how many could be removed before the first of all removals that count
   * @param recent removals of the last days that count as well
   */
  public long allowed(long population, long recent) {
    long ofAll = population < SMALL_SITE ? ON_SMALL_SITE : population / SHARE;
    long left = Math.max(0, ofAll - recent);
    return atMost == null ? left : Math.min(atMost, left);
  }

  /**
   * Checks the number of removals.
   *
   * @throws RemovalCeilingException if it is not allowed
   */
  public void check(long removals, long population, long recent) {
    check(removals, population, recent, "approvingRemovals(" + removals + ")");
  }

  /**
   * Checks the number of removals.
   *
   * @param approval what the caller calls to exceed the ceiling
   * @throws RemovalCeilingException if it is not allowed
   */
  public void check(long removals, long population, long recent, String approval) {
    long allowed = allowed(population, recent);
    if (approved != null && approved != removals) {
      throw new RemovalCeilingException(
          "This would remove "
              + removals
              + ", but "
              + approved
              + " removals were approved, so nothing was removed. Look at the rows again.",
          removals,
          allowed);
    }
    boolean withinOwnLimit = atMost == null || removals <= atMost;
    if (removals > allowed && !(approved != null && withinOwnLimit)) {
      throw new RemovalCeilingException(
          message(removals, population, recent, allowed, approval), removals, allowed);
    }
  }

  private String message(
      long removals, long population, long recent, long allowed, String approval) {
    return "This would remove "
        + removals
        + " of "
        + population
        + ", but the ceiling allows "
        + allowed
        + (recent == 0 ? "" : " after the " + recent + " removals of the last 7 days")
        + ", so nothing was removed. Check the input; if it is right, "
        + (atMost != null && removals > atMost
            ? "raise removingAtMost(…)."
            : "call " + approval + ".");
  }
}
