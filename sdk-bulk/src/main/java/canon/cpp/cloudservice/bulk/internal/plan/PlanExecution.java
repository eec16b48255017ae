package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.job.JobRunner;
import canon.cpp.cloudservice.bulk.internal.job.JobSettings;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.PlanProblem;
import canon.cpp.cloudservice.session.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One execution of the application of a plan. */
final class PlanExecution {
  private final CloudServiceClient client;
  private final PlanData plan;
  private final JobSettings settings;
  private final ApplyOptions options;

  PlanExecution(
      CloudServiceClient client, PlanData plan, JobSettings settings, ApplyOptions options) {
    this.client = client;
    this.plan = plan;
    this.settings = settings;
    this.options = options;
  }

  Applied execute() {
    Path file = options.journal;
    if (file == null) {
      throw new IllegalStateException(
          "Applying a plan needs a journal, by which it is applied once: call journal(file)");
    }
    Session session = client.session().get().execute();
    checkSite(session);
    Journal journal = new FileJournal(file, null);
    try (JobStore store =
        settings.open(journal, session, Operations.of(plan.kind()), plan.digest())) {
      if (isApplied(store)) {
        return new DefaultApplied(client, plan, settings.clock(), file, store, null, true);
      }
      new PlanCeiling(plan, settings, options.approvedDigest).check(store, journal);
      StopReason reason = run(session, store);
      return new DefaultApplied(client, plan, settings.clock(), file, store, reason, false);
    }
  }

  private void checkSite(Session session) {
    if (!plan.siteId().equals(session.site().id())) {
      throw new PlanException(
          PlanProblem.WRONG_SITE,
          "The plan is for the site "
              + plan.siteId()
              + ", but the account administers "
              + session.site().id()
              + ". Nothing was changed.",
          null);
    }
  }

  private boolean isApplied(JobStore store) {
    long ended = 0;
    for (ItemResult result : ItemResult.values()) {
      ended += result.isRetryable() ? 0 : store.count(result);
    }
    return !plan.isEmpty() && ended == plan.items().size();
  }

  private @Nullable StopReason run(Session session, JobStore store) {
    Protections protections = Protections.read(client, session, plan.protectedEmails());
    ItemOperation operation =
        plan.kind() == PlanKind.USERS
            ? new UserItems(client, plan, protections)
            : new AdministratorItems(client, plan, protections);
    JobRunner runner =
        new JobRunner(
            operation, store, settings, plan.items().stream().map(Operations::rowOf).iterator());
    runner.findAgain(operation);
    if (options.failOnAnyDrift && store.count(ItemResult.DRIFTED) > 0) {
      runner.stop(StopReason.DRIFTED);
    }
    runner.settle();
    if (options.removalsFirst) {
      remove(runner);
      add(runner);
    } else {
      add(runner);
      remove(runner);
    }
    return runner.end();
  }

  private void add(JobRunner runner) {
    runner.changeFound(1, plan.adding());
    runner.settle();
  }

  private void remove(JobRunner runner) {
    if (plan.adding() < plan.items().size()) {
      runner.limitUnknowns(options.maxUnknownsForRemovals);
      runner.changeFound(plan.adding() + 1L, Long.MAX_VALUE);
      runner.limitUnknowns(Long.MAX_VALUE);
      runner.settle();
    }
  }
}
