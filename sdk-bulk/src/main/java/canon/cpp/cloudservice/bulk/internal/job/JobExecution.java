package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.RemovalPreview;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.internal.file.TemporaryJournal;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.session.Session;
import java.nio.file.Path;

/** One execution of a job. */
final class JobExecution {
  private final CloudServiceClient client;
  private final RowOperation operation;
  private final Iterable<String> input;
  private final JobSettings settings;
  private final JobOptions options;

  JobExecution(
      CloudServiceClient client,
      RowOperation operation,
      Iterable<String> input,
      JobSettings settings,
      JobOptions options) {
    this.client = client;
    this.operation = operation;
    this.input = input;
    this.settings = settings;
    this.options = options;
  }

  BulkReport execute() {
    if (operation instanceof RowRemoval && !options.hasJournal()) {
      throw new IllegalStateException(
          "A removal needs a journal, by which the removals of the last 7 days are counted: call"
              + " journal(file)");
    }
    Session session = client.session().get().execute();
    Journal journal = journal();
    try (JobStore store = open(journal, session)) {
      JobRunner runner = new JobRunner(operation, store, settings, input.iterator());
      if (operation instanceof RowRemoval removal) {
        RemovalCheck check = new RemovalCheck(removal, settings, journal);
        runner.find(new RemovalReader(removal, protections(removal, session)));
        if (!runner.isStopped()) {
          check.ceiling(store);
        }
        runner.changeFound();
      } else {
        runner.change();
      }
      runner.settle();
      return new DefaultBulkReport(store, journal, runner.end());
    }
  }

  RemovalPreview dryRun() {
    if (!(operation instanceof RowRemoval removal)) {
      throw new IllegalStateException("Only removals have a dry run");
    }
    Session session = client.session().get().execute();
    Journal journal = TemporaryJournal.create(null);
    try (JobStore store = open(journal, session)) {
      Journal others = options.hasJournal() ? journal() : journal;
      RemovalCheck check = new RemovalCheck(removal, settings, others);
      JobRunner runner = new JobRunner(operation, store, settings, input.iterator());
      runner.find(new RemovalReader(removal, protections(removal, session)));
      return new RemovalPreview(
          store.targets(),
          check.allowed(store),
          new DefaultBulkReport(store, journal, runner.end()));
    }
  }

  private Journal journal() {
    Path earlier = options.earlierJournal;
    Journal given = options.journal;
    if (given != null) {
      if (earlier != null) {
        throw new IllegalStateException(
            "Only a journal in a file can continue an earlier one: call journal(file) instead of"
                + " journal(journal)");
      }
      return given;
    }
    Path file = options.journalFile;
    return file == null ? TemporaryJournal.create(earlier) : new FileJournal(file, earlier);
  }

  private JobStore open(Journal journal, Session session) {
    return settings.open(journal, session, operation.name(), operation.parameters());
  }

  private Protections protections(RowRemoval removal, Session session) {
    return removal.removesMembers()
        ? Protections.read(client, session, options.protectedEmails)
        : Protections.none();
  }
}
