package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.removal.Ceiling;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.time.Instant;

/** Checks that a removal does not exceed the ceiling. */
final class RemovalCheck {
  private final RowRemoval removal;
  private final JobSettings settings;
  private final Journal journal;

  RemovalCheck(RowRemoval removal, JobSettings settings, Journal journal) {
    this.removal = removal;
    this.settings = settings;
    this.journal = journal;
  }

  /**
   * Checks that the job may remove what it has found. Done once for a job, because a part may have
   * been removed when it continues.
   *
   * @throws canon.cpp.cloudservice.bulk.RemovalCeilingException if it may not
   */
  void ceiling(JobStore store) {
    long removals = store.targets();
    if (removals > 0 && removals != store.allowedRemovals()) {
      long recent = recent(store);
      long population = population(store, recent);
      // Another worker may have been allowed meanwhile, and removed some of those who were counted.
      if (removals != store.allowedRemovals()) {
        settings.ceiling.check(removals, population, recent);
        store.allow(removals);
      }
    }
  }

  /** Returns how many removals the ceiling allows without an approval. */
  long allowed(JobStore store) {
    long recent = recent(store);
    return settings.ceiling.allowed(population(store, recent), recent);
  }

  private long recent(JobStore store) {
    Instant since = settings.clock.instant().minus(Ceiling.RECENT);
    return journal.removalsOfOtherJobs(store.header(), since);
  }

  /** Counts those who are there, and those who were before the removals that count. */
  private long population(JobStore store, long recent) {
    return removal.population() + store.count(ItemResult.DONE) + recent;
  }
}
