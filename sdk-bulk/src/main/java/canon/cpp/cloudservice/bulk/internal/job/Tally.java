package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Records results, and stops the job when too many are bad. */
final class Tally {
  private final JobStore store;
  private final JobSettings settings;
  private final long startedAt;
  private long rejections;
  private long maxUnknowns;
  private @Nullable StopReason stop;

  Tally(JobStore store, JobSettings settings) {
    this.store = store;
    this.settings = settings;
    this.maxUnknowns = settings.maxUnknowns;
    this.startedAt = settings.timer().nanoTime();
  }

  void finished(JobRow row, BulkItem item) {
    store.finished(row, item, settings.clock.instant());
    if (item.result() == ItemResult.REJECTED && ++rejections > settings.maxRejections) {
      stop(StopReason.TOO_MANY_REJECTIONS);
    }
    if (item.result() == ItemResult.UNKNOWN) {
      checkUnknowns();
    }
  }

  void limitUnknowns(long unknowns) {
    maxUnknowns = unknowns;
    checkUnknowns();
  }

  private void checkUnknowns() {
    if (store.count(ItemResult.UNKNOWN) > maxUnknowns) {
      stop(StopReason.TOO_MANY_UNKNOWN);
    }
  }

  /** Stops the job; the first reason stays. */
  void stop(StopReason reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  boolean isStopped() {
    return stop != null;
  }

  @Nullable StopReason stopReason() {
    return stop;
  }

  void report(int inFlight) {
    long finished = 0;
    long asWanted = 0;
    for (ItemResult result : ItemResult.values()) {
      long count = store.count(result);
      finished += result == ItemResult.NOT_TRIED ? 0 : count;
      asWanted += result.isAsWanted() ? count : 0;
    }
    Duration elapsed = Duration.ofNanos(settings.timer().nanoTime() - startedAt);
    settings.progress.accept(
        new BulkProgress(
            finished,
            asWanted,
            store.count(ItemResult.REJECTED),
            store.count(ItemResult.UNKNOWN),
            inFlight,
            elapsed));
  }
}
