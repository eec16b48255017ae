package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import canon.cpp.cloudservice.cli.input.ResultFile;
import canon.cpp.cloudservice.cli.output.ProgressDisplay;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a job, shows its progress, and writes its results. */
final class JobRun {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final Context context;
  private final Terminal terminal;
  private final InputFile input;
  private final JobJournal journal;
  private final @Nullable Path results;

  JobRun(Context context, InputFile input, JobJournal journal, @Nullable Path results) {
    this.context = context;
    this.terminal = context.terminal();
    this.input = input;
    this.journal = journal;
    this.results = results;
  }

  /** Returns where the results go: null for nowhere. */
  static Path resultFile(Path file, boolean isStandardInput, @Nullable Path named) {
    if (named == null) {
      return isStandardInput ? STANDARD_OUTPUT : beside(file);
    }
    if (named.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw CommandException.usage("--results is the input itself. Name another file.");
    }
    return named;
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(\\.result)?\\.[^.]*$", "");
    Path result = file.resolveSibling(name + ".result.csv");
    return result.equals(file) ? file.resolveSibling(name + ".result2.csv") : result;
  }

  ExitCode run(String task, BulkJob job) {
    if (journal.exists()) {
      terminal.tell("Continuing the job of " + journal.file());
    }
    Interruption interruption = Interruption.ofThisThread();
    try {
      BulkReport report;
      try (ProgressDisplay progress = ProgressDisplay.on(terminal, task, input.rows())) {
        report = job.journal(journal.file()).onProgress(progress::show).execute();
      }
      boolean unused = Thread.interrupted(); // So that the result file can be written.
      return finish(report);
    } finally {
      interruption.ended();
    }
  }

  private ExitCode finish(BulkReport report) {
    if (STANDARD_OUTPUT.equals(results)) {
      try (Stream<BulkItem> items = report.items()) {
        ResultFile.write(terminal.out(), input, items);
      }
    } else {
      if (results != null) {
        try (Stream<BulkItem> items = report.items()) {
          ResultFile.write(results, input, items);
        }
        terminal.tell("Results: " + results);
      }
      try (RowWriter<JobReport.Count> rows = context.rows(JobReport.columns())) {
        JobReport.counts(report).forEach(rows::write);
      }
    }
    terminal.out().flush();
    report.stopReason().ifPresent(reason -> terminal.tell("Stopped: " + JobReport.stopped(reason)));
    if (JobReport.isToContinue(report)) {
      terminal.tell("To continue, run the same command again. It applies nothing twice.");
    } else {
      journal.finished(terminal.clock());
    }
    return JobReport.code(report);
  }
}
