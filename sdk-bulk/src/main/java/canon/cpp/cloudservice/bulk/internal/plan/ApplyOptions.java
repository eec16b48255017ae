package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.internal.job.JobSettings;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of the application of a plan. Changed only while a copy is made. */
final class ApplyOptions {
  static final ApplyOptions DEFAULT = new ApplyOptions();

  @Nullable Path journal;
  @Nullable Long removingAtMost;
  @Nullable Long approvedRemovals;
  @Nullable String approvedDigest;
  boolean failOnAnyDrift;
  boolean removalsFirst;
  boolean otherAccount;
  long maxUnknownsForRemovals = Long.MAX_VALUE;
  long maxRejections = Long.MAX_VALUE;
  int maxConcurrency = 64;
  Consumer<BulkProgress> progress = unused -> {};
  @Nullable Timer timer;
  Clock clock = Clock.systemUTC();

  private ApplyOptions() {}

  /** Returns a copy with a change. */
  ApplyOptions with(Consumer<ApplyOptions> change) {
    ApplyOptions copy = new ApplyOptions();
    copy.journal = journal;
    copy.removingAtMost = removingAtMost;
    copy.approvedRemovals = approvedRemovals;
    copy.approvedDigest = approvedDigest;
    copy.failOnAnyDrift = failOnAnyDrift;
    copy.removalsFirst = removalsFirst;
    copy.otherAccount = otherAccount;
    copy.maxUnknownsForRemovals = maxUnknownsForRemovals;
    copy.maxRejections = maxRejections;
    copy.maxConcurrency = maxConcurrency;
    copy.progress = progress;
    copy.timer = timer;
    copy.clock = clock;
    change.accept(copy);
    return copy;
  }

  JobSettings settings(Timer timerToUse) {
    return new JobSettings(
        maxConcurrency, maxRejections, Long.MAX_VALUE, progress, timerToUse, clock);
  }
}
