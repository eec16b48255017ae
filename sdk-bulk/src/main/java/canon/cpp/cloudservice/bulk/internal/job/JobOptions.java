package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of a job. Changed only while a copy is made. */
final class JobOptions {
  static final JobOptions DEFAULT = new JobOptions();

  @Nullable Path journalFile;
  @Nullable Journal journal;
  @Nullable Path earlierJournal;
  boolean otherAccount;
  int maxConcurrency = 64;
  long maxRejections = Long.MAX_VALUE;
  long maxUnknowns = Long.MAX_VALUE;
  Consumer<BulkProgress> progress = unused -> {};
  Set<String> protectedEmails = Set.of();
  @Nullable Long removingAtMost;
  @Nullable Long approvedRemovals;
  @Nullable Timer timer;
  Clock clock = Clock.systemUTC();

  private JobOptions() {}

  /** Returns a copy with a change. */
  JobOptions with(Consumer<JobOptions> change) {
    JobOptions copy = new JobOptions();
    copy.journalFile = journalFile;
    copy.journal = journal;
    copy.earlierJournal = earlierJournal;
    copy.otherAccount = otherAccount;
    copy.maxConcurrency = maxConcurrency;
    copy.maxRejections = maxRejections;
    copy.maxUnknowns = maxUnknowns;
    copy.progress = progress;
    copy.protectedEmails = protectedEmails;
    copy.removingAtMost = removingAtMost;
    copy.approvedRemovals = approvedRemovals;
    copy.timer = timer;
    copy.clock = clock;
    change.accept(copy);
    return copy;
  }

  /** Tells whether the job can be continued. */
  boolean hasJournal() {
    return journalFile != null || journal != null;
  }

  JobSettings settings(Timer timerToUse) {
    return new JobSettings(maxConcurrency, maxRejections, maxUnknowns, progress, timerToUse, clock);
  }
}
