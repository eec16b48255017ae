package canon.cpp.cloudservice.bulk.internal.job;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.file.TemporaryJournal;
import canon.cpp.cloudservice.bulk.internal.journal.JobHeader;
import canon.cpp.cloudservice.bulk.internal.journal.JobStore;
import canon.cpp.cloudservice.bulk.internal.journal.Journal;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.session.Session;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A job as a value, and its execution. */
public final class DefaultBulkJob implements BulkJob {
  private static final int MAX_CONCURRENCY = 256;

  private final CloudServiceClient client;
  private final RowOperation operation;
  private final Iterable<String> input;
  private final JobOptions options;

  private DefaultBulkJob(
      CloudServiceClient client,
      RowOperation operation,
      Iterable<String> input,
      JobOptions options) {
    this.client = client;
    this.operation = operation;
    this.input = input;
    this.options = options;
  }

  public static DefaultBulkJob of(
      CloudServiceClient client, RowOperation operation, Iterable<String> input) {
    return new DefaultBulkJob(client, operation, input, JobOptions.DEFAULT);
  }

  private DefaultBulkJob with(Consumer<JobOptions> change) {
    return new DefaultBulkJob(client, operation, input, options.with(change));
  }

  @Override
  public DefaultBulkJob journal(Path file) {
    requireNonNull(file, "file");
    return with(copy -> copy.journal = file);
  }

  @Override
  public DefaultBulkJob continuing(Path journal) {
    requireNonNull(journal, "journal");
    return with(copy -> copy.earlierJournal = journal);
  }

  @Override
  public DefaultBulkJob resumeAsOtherAccount() {
    return with(copy -> copy.otherAccount = true);
  }

  @Override
  public DefaultBulkJob maxConcurrency(int requests) {
    if (requests < 1 || requests > MAX_CONCURRENCY) {
      throw new IllegalArgumentException(
          "maxConcurrency must be from 1 to " + MAX_CONCURRENCY + ", but is " + requests);
    }
    return with(copy -> copy.maxConcurrency = requests);
  }

  @Override
  public DefaultBulkJob stopAfterRejections(long rejections) {
    checkNotNegative("stopAfterRejections", rejections);
    return with(copy -> copy.maxRejections = rejections);
  }

  @Override
  public DefaultBulkJob stopAfterUnknowns(long unknowns) {
    checkNotNegative("stopAfterUnknowns", unknowns);
    return with(copy -> copy.maxUnknowns = unknowns);
  }

  @Override
  public DefaultBulkJob onProgress(Consumer<BulkProgress> listener) {
    requireNonNull(listener, "listener");
    return with(copy -> copy.progress = listener);
  }

  @Override
  public DefaultBulkJob time(Timer timer, Clock clock) {
    requireNonNull(timer, "timer");
    requireNonNull(clock, "clock");
    return with(
        copy -> {
          copy.timer = timer;
          copy.clock = clock;
        });
  }

  private static void checkNotNegative(String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " must not be negative, but is " + value);
    }
  }

  @Override
  public BulkReport execute() {
    Timer timer = options.timer;
    if (timer != null) {
      return execute(timer);
    }
    try (SystemTimer own = new SystemTimer("bulk-timer")) {
      return execute(own);
    }
  }

  private BulkReport execute(Timer timer) {
    Session session = client.session().get().execute();
    Journal journal = journal();
    try (JobStore store = journal.open(header(session), options.otherAccount)) {
      JobRunner runner = new JobRunner(operation, store, options.settings(timer));
      StopReason stop = runner.run(input.iterator());
      return new DefaultBulkReport(store, journal, stop);
    }
  }

  private Journal journal() {
    Path file = options.journal;
    return file == null
        ? TemporaryJournal.create(options.earlierJournal)
        : new FileJournal(file, options.earlierJournal);
  }

  private JobHeader header(Session session) {
    return new JobHeader(
        UUID.randomUUID().toString(),
        operation.name(),
        operation.parameters(),
        session.site().id(),
        Sessions.account(session),
        options.clock.instant());
  }

  @Override
  public CompletableFuture<BulkReport> executeAsync() {
    return BackgroundJob.start(this::execute);
  }

  /** Shows the operation only, because rows name people. */
  @Override
  public String toString() {
    return "BulkJob[" + operation.name() + "]";
  }
}
