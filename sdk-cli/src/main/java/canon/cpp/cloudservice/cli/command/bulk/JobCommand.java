package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import canon.cpp.cloudservice.cli.input.InputOptions;
import canon.cpp.cloudservice.cli.input.StandardInput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Runs one operation for each row of an input. */
public abstract class JobCommand extends CloudCommand {
  @Mixin private final InputOptions inputOptions = new InputOptions();
  @Mixin private final JobOptions jobOptions = new JobOptions();

  private final JobKind kind;

  JobCommand(Context context, JobKind kind) {
    super(context);
    this.kind = kind;
  }

  final JobKind kind() {
    return kind;
  }

  final JobOptions jobOptions() {
    return jobOptions;
  }

  /** Runs the job with the rows of a file, or of standard input if the file is {@code -}. */
  final ExitCode runFile(Path file) {
    if (!file.equals(Path.of("-"))) {
      return run(file, JobRun.resultFile(file, false, jobOptions.results()));
    }
    try (StandardInput in = StandardInput.copy(terminal().in(), context().folders().state())) {
      return run(in.file(), JobRun.resultFile(in.file(), true, jobOptions.results()));
    }
  }

  final ExitCode run(Path file, @Nullable Path results) {
    try (InputFile input = InputFile.open(file, inputOptions, kind.columns());
        Connection connection = context().connect()) {
      JobJournal journal =
          JobJournal.of(
              jobOptions.journal(),
              context().folders().journals(connection.siteId()),
              name(),
              input.digest());
      return run(connection, input, journal, new JobRun(context(), input, journal, results));
    }
  }

  /** Returns a name that differs for jobs that do different things with the same input. */
  abstract String name();

  abstract ExitCode run(Connection connection, InputFile input, JobJournal journal, JobRun run);
}
