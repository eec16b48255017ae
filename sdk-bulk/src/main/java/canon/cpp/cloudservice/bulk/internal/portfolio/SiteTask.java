package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.RemovalCeilingException;
import canon.cpp.cloudservice.bulk.plan.PlanException;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import canon.cpp.cloudservice.bulk.portfolio.SiteOutcome;
import canon.cpp.cloudservice.bulk.portfolio.SiteResult;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.time.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the work at one site: lock, check of the site id, work within the time budget. */
final class SiteTask {
  private final PortfolioEntry entry;
  private final Path locks;
  private final Timer timer;
  private final Consumer<PortfolioSite> work;
  private final InterruptibleThreads thread = new InterruptibleThreads();
  private volatile boolean cancelled;
  private volatile boolean timedOut;

  SiteTask(PortfolioEntry entry, Path locks, Timer timer, Consumer<PortfolioSite> work) {
    this.entry = entry;
    this.locks = locks;
    this.timer = timer;
    this.work = work;
  }

  /** How the work ended. */
  private record Ending(
      SiteOutcome outcome, @Nullable String message, @Nullable Throwable failure) {}

  /** Interrupts the work, or prevents it. */
  void cancel() {
    cancelled = true;
    thread.interruptAll();
  }

  private void timeOut() {
    timedOut = true;
    thread.interruptAll();
  }

  SiteResult execute() {
    long start = timer.nanoTime();
    Map<ItemResult, Long> counts = Map.of();
    Ending ending;
    if (cancelled) {
      ending = interrupted();
    } else {
      try (SiteLock lock = SiteLock.tryLock(locks, entry.siteId())) {
        if (lock == null) {
          ending =
              new Ending(
                  SiteOutcome.LOCKED,
                  "Another run works at this site. Run again when it has ended.",
                  null);
        } else {
          try (CloudServiceClient client = entry.createClient()) {
            SiteRun site = new SiteRun(entry, client.withTokenProvider(entry.tokens()));
            ending = withinBudget(site);
            counts = site.counts();
          }
        }
      } catch (IOException e) {
        ending =
            new Ending(
                SiteOutcome.FAILED,
                "The lock of the site cannot be used: " + e.getClass().getSimpleName() + ".",
                e);
      } catch (RuntimeException | Error e) {
        ending = failed(e);
      }
    }
    Duration took = Duration.ofNanos(timer.nanoTime() - start);
    return new SiteResult(
        entry.name(),
        entry.siteId(),
        ending.outcome(),
        took,
        counts,
        ending.message(),
        ending.failure());
  }

  private Ending withinBudget(SiteRun site) {
    Duration budget = entry.timeBudget();
    CompletableFuture<Void> end =
        budget == null ? new CompletableFuture<>() : timer.timeout(budget);
    Futures.whenOver(end, this::timeOut);
    Waiter waiter = thread.enter();
    Ending ending;
    try {
      ending = ended(site);
    } catch (RuntimeException | Error e) {
      ending = failed(e);
    } finally {
      end.cancel(false);
    }
    // The interrupt of this task is not left to the next one on this thread.
    boolean interrupted = waiter.leave();
    return interrupted && ending.outcome() != SiteOutcome.DONE ? interrupted() : ending;
  }

  private Ending ended(SiteRun site) {
    String found = site.client().site().get().execute().id();
    if (!found.equals(entry.siteId())) {
      return new Ending(
          SiteOutcome.WRONG_SITE,
          "The account belongs to the site "
              + found
              + ", not to "
              + entry.siteId()
              + ". Check the account and the site id of the entry.",
          null);
    }
    work.accept(site);
    return site.isComplete()
        ? new Ending(SiteOutcome.DONE, null, null)
        : new Ending(
            SiteOutcome.INCOMPLETE,
            "Not every row is as wanted. See the items of the job or plan.",
            null);
  }

  private Ending interrupted() {
    return timedOut && !cancelled
        ? new Ending(
            SiteOutcome.TIMED_OUT,
            "The time budget was used up. Run again to continue, or increase it.",
            null)
        : new Ending(SiteOutcome.CANCELLED, "The run was cancelled. Run again to continue.", null);
  }

  /** Only messages of this library are known to contain no address. */
  private static Ending failed(Throwable failure) {
    boolean own =
        failure instanceof CloudServiceException
            || failure instanceof JournalException
            || failure instanceof PlanException
            || failure instanceof RemovalCeilingException
            || failure instanceof SnapshotException;
    return new Ending(
        SiteOutcome.FAILED,
        own
            ? failure.getMessage()
            : "The work failed with " + failure.getClass().getSimpleName() + ". See the failure.",
        failure);
  }
}
