package canon.cpp.cloudservice.bulk.internal.job;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.RemovalPreview;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A job as a value, and its execution. */
public final class DefaultBulkJob extends FluentJob<BulkRemoval> implements BulkRemoval {
  private final CloudServiceClient client;
  private final RowOperation operation;
  private final Iterable<String> input;
  private final JobOptions options;

  private DefaultBulkJob(
      CloudServiceClient client,
      RowOperation operation,
      Iterable<String> input,
      JobSettings settings,
      JobOptions options) {
    super(settings);
    this.client = client;
    this.operation = operation;
    this.input = input;
    this.options = options;
  }

  public static DefaultBulkJob of(
      CloudServiceClient client, RowOperation operation, Iterable<String> input) {
    return new DefaultBulkJob(client, operation, input, JobSettings.DEFAULT, JobOptions.DEFAULT);
  }

  @Override
  protected BulkRemoval with(JobSettings changed) {
    return new DefaultBulkJob(client, operation, input, changed, options);
  }

  private BulkRemoval set(Consumer<JobOptions> change) {
    return new DefaultBulkJob(client, operation, input, settings, options.with(change));
  }

  @Override
  public BulkRemoval journal(Path file) {
    requireNonNull(file, "file");
    return set(
        copy -> {
          copy.journalFile = file;
          copy.journal = null;
        });
  }

  @Override
  public BulkRemoval journal(Journal journal) {
    requireNonNull(journal, "journal");
    return set(
        copy -> {
          copy.journalFile = null;
          copy.journal = journal;
        });
  }

  @Override
  public BulkRemoval continuing(Path journal) {
    requireNonNull(journal, "journal");
    return set(copy -> copy.earlierJournal = journal);
  }

  @Override
  public BulkRemoval stopAfterUnknowns(long unknowns) {
    long checked = OptionValues.notNegative("stopAfterUnknowns", unknowns);
    return with(settings.with(copy -> copy.maxUnknowns = checked));
  }

  @Override
  public BulkRemoval protecting(Collection<String> emails) {
    Set<String> all = new LinkedHashSet<>(options.protectedEmails);
    all.addAll(emails);
    return set(copy -> copy.protectedEmails = all);
  }

  @Override
  public BulkReport execute() {
    return timed(JobExecution::execute);
  }

  @Override
  public RemovalPreview dryRun() {
    return timed(JobExecution::dryRun);
  }

  private <T> T timed(Function<JobExecution, T> work) {
    return settings.timed(
        timed -> work.apply(new JobExecution(client, operation, input, timed, options)));
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
