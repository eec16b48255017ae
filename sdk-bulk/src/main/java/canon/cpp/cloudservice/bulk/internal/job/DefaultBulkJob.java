package canon.cpp.cloudservice.bulk.internal.job;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.RemovalPreview;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A job as a value, and its execution. */
public final class DefaultBulkJob implements BulkRemoval {
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
    return with(
        copy -> {
          copy.journalFile = file;
          copy.journal = null;
        });
  }

  @Override
  public DefaultBulkJob journal(Journal journal) {
    requireNonNull(journal, "journal");
    return with(
        copy -> {
          copy.journalFile = null;
          copy.journal = journal;
        });
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
    int checked = OptionValues.maxConcurrency(requests);
    return with(copy -> copy.maxConcurrency = checked);
  }

  @Override
  public DefaultBulkJob stopAfterRejections(long rejections) {
    long checked = OptionValues.notNegative("stopAfterRejections", rejections);
    return with(copy -> copy.maxRejections = checked);
  }

  @Override
  public DefaultBulkJob stopAfterUnknowns(long unknowns) {
    long checked = OptionValues.notNegative("stopAfterUnknowns", unknowns);
    return with(copy -> copy.maxUnknowns = checked);
  }

  @Override
  public DefaultBulkJob onProgress(Consumer<BulkProgress> listener) {
    requireNonNull(listener, "listener");
    return with(copy -> copy.progress = listener);
  }

  @Override
  public DefaultBulkJob protecting(Collection<String> emails) {
    Set<String> all = new LinkedHashSet<>(options.protectedEmails);
    all.addAll(emails);
    return with(copy -> copy.protectedEmails = all);
  }

  @Override
  public DefaultBulkJob removingAtMost(long removals) {
    long checked = OptionValues.notNegative("removingAtMost", removals);
    return with(copy -> copy.removingAtMost = checked);
  }

  @Override
  public DefaultBulkJob approvingRemovals(long removals) {
    long checked = OptionValues.notNegative("approvingRemovals", removals);
    return with(copy -> copy.approvedRemovals = checked);
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

  @Override
  public BulkReport execute() {
    return timed(timer -> new JobExecution(client, operation, input, options, timer).execute());
  }

  @Override
  public RemovalPreview dryRun() {
    return timed(timer -> new JobExecution(client, operation, input, options, timer).dryRun());
  }

  private <T> T timed(Function<Timer, T> work) {
    Timer timer = options.timer;
    if (timer != null) {
      return work.apply(timer);
    }
    try (SystemTimer own = new SystemTimer("bulk-timer")) {
      return work.apply(own);
    }
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
