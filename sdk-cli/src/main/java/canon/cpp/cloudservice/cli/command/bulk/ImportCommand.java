package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds the members of a CSV file. */
@Command(
    header = "Add the members of a CSV file.",
    description =
        "The same command continues a job that was interrupted. A result file is an input as well:"
            + " its finished rows are skipped.")
public final class ImportCommand extends JobCommand {
  @Parameters(paramLabel = "FILE", description = "A CSV file with a header; - for standard input.")
  private Path file = Path.of("-");

  /** Creates the command. */
  public ImportCommand(Context context, JobKind kind) {
    super(context, kind);
  }

  @Override
  protected ExitCode run() {
    return runFile(file);
  }

  @Override
  String name() {
    return "add-" + kind().plural();
  }

  @Override
  ExitCode run(Connection connection, InputFile input, JobJournal journal, JobRun run) {
    BulkJob job = kind().add(Bulk.with(connection.client()), input.keys());
    return run.run(
        "Adding " + kind().plural(),
        jobOptions().otherAccount() ? job.resumeAsOtherAccount() : job);
  }
}
