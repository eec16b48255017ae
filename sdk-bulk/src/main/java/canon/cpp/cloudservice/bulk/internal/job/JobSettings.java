package canon.cpp.cloudservice.bulk.internal.job;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.internal.removal.Ceiling;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How jobs and the applications of plans run. Changed only while a copy is made. */
public final class JobSettings {
  public static final JobSettings DEFAULT = new JobSettings();

  int maxConcurrency = 64;
  long maxRejections = Long.MAX_VALUE;
  long maxUnknowns = Long.MAX_VALUE;
  Consumer<BulkProgress> progress = unused -> {};
  boolean otherAccount;
  Ceiling ceiling = Ceiling.DEFAULT;
  @Nullable Timer timer;
  Clock clock = Clock.systemUTC();

  private JobSettings() {}

  /** Returns a copy with a change. */
  JobSettings with(Consumer<JobSettings> change) {
    JobSettings copy = new JobSettings();
    copy.maxConcurrency = maxConcurrency;
    copy.maxRejections = maxRejections;
    copy.maxUnknowns = maxUnknowns;
    copy.progress = progress;
    copy.otherAccount = otherAccount;
    copy.ceiling = ceiling;
    copy.timer = timer;
    copy.clock = clock;
    change.accept(copy);
    return copy;
  }

  public Ceiling ceiling() {
    return ceiling;
  }

  public Clock clock() {
    return clock;
  }

  /** Returns the timer, which is there while {@link #timed} runs work. */
  Timer timer() {
    return requireNonNull(timer, "timer");
  }

  /** Runs work with the timer of the caller, or with one that lasts as long as the work. */
  public <T> T timed(Function<JobSettings, T> work) {
    if (timer != null) {
      return work.apply(this);
    }
    try (SystemTimer own = new SystemTimer("bulk-timer")) {
      return work.apply(with(copy -> copy.timer = own));
    }
  }

  /** Opens the job of a journal, which is a new one if the journal has none. */
  public JobStore open(Journal journal, Session session, String operation, String parameters) {
    return journal.open(
        new JobHeader(
            UUID.randomUUID().toString(),
            operation,
            parameters,
            session.site().id(),
            Sessions.account(session),
            clock.instant()),
        otherAccount);
  }
}
