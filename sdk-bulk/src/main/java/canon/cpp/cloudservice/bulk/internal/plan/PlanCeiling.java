package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.job.JobSettings;
import canon.cpp.cloudservice.bulk.internal.removal.Ceiling;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks that a plan may remove as many members as it has removals. */
final class PlanCeiling {
  private final PlanData plan;
  private final JobSettings settings;
  private final @Nullable String approvedDigest;

  PlanCeiling(PlanData plan, JobSettings settings, @Nullable String approvedDigest) {
    this.plan = plan;
    this.settings = settings;
    this.approvedDigest = approvedDigest;
  }

  /**
   * Returns how many removals are allowed without an approval.
   *
   * @param journals the folder whose journals count; null if none do
   */
  static long allowed(
      long population, @Nullable Path journals, PlanKind kind, String site, Instant now) {
    long recent = 0;
    if (journals != null) {
      JobHeader header = new JobHeader("", Operations.of(kind), "", site, "", now);
      Journal others = new FileJournal(journals.resolve("none"), null);
      recent = others.removalsOfOtherJobs(header, now.minus(Ceiling.RECENT));
    }
    return Ceiling.DEFAULT.allowed(population + recent, recent);
  }

  /**
   * Checks the number of removals. Done once for a journal, because a part may have been removed
   * when it continues.
   *
   * @throws RemovalCeilingException if the ceiling would be exceeded
   */
  void check(JobStore store, Journal journal) {
    long removals = plan.removals().size();
    if (removals == 0 || removals == store.allowedRemovals()) {
      return;
    }
    Instant since = settings.clock().instant().minus(Ceiling.RECENT);
    long recent = journal.removalsOfOtherJobs(store.header(), since);
    // Those who were removed before the plan was created are missing in its population.
    long sincePlan = journal.removalsOfOtherJobs(store.header(), plan.createdAt());
    long population = plan.population() + Math.max(0, recent - sincePlan);
    Ceiling ceiling = settings.ceiling();
    if (approvedDigest != null && !approvedDigest.equals(plan.digest())) {
      throw new RemovalCeilingException(
          "The approval is for a plan with another digest, so nothing was changed. Look at this"
              + " plan and approve it.",
          removals,
          ceiling.allowed(population, recent));
    }
    ceiling.check(
        removals,
        population,
        recent,
        "approvingRemovals(" + removals + ", the digest of the plan)");
    store.allow(removals);
  }
}
