package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.removal.Ceiling;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.session.Session;
import java.time.Duration;
import java.time.Instant;

/** Checks a removal before it begins. */
final class RemovalCheck {
  private static final Duration RECENT = Duration.ofDays(7);

  private final CloudServiceClient client;
  private final Session session;
  private final RowRemoval removal;
  private final JobOptions options;
  private final Journal journal;
  private final Ceiling ceiling;

  RemovalCheck(
      CloudServiceClient client,
      Session session,
      RowRemoval removal,
      JobOptions options,
      Journal journal) {
    this.client = client;
    this.session = session;
    this.removal = removal;
    this.options = options;
    this.journal = journal;
    this.ceiling = new Ceiling(options.removingAtMost, options.approvedRemovals);
  }

  Protections protections() {
    return removal.removesMembers()
        ? Protections.read(client, session, options.protectedEmails)
        : Protections.none();
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
      ceiling.check(removals, population(store, recent), recent);
      store.allow(removals);
    }
  }

  /** Returns how many removals the ceiling allows without an approval. */
  long allowed(JobStore store) {
    long recent = recent(store);
    return ceiling.allowed(population(store, recent), recent);
  }

  private long recent(JobStore store) {
    Instant since = options.clock.instant().minus(RECENT);
    return journal.removalsOfOtherJobs(store.header(), since);
  }

  /** Counts those who are there, and those who were before the removals that count. */
  private long population(JobStore store, long recent) {
    return removal.population() + store.count(ItemResult.DONE) + recent;
  }
}
