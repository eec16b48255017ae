package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import canon.cpp.cloudservice.bulk.RemovalPreview;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.Keys;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import canon.cpp.cloudservice.cli.input.StandardInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes what keys or the rows of a CSV file name. */
@Command(
    header = "Remove members or printers.",
    description =
        "The number of removals has a ceiling: a quarter of those who are there, and 2 of fewer"
            + " than 10, within 7 days. --yes answers the question, but does not lift the ceiling.")
public final class RemoveCommand extends JobCommand {
  @Parameters(arity = "0..*", paramLabel = "KEY", description = "Addresses, serial numbers or ids.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A CSV file with a header; - for standard input.")
  private @Nullable Path file;

  @Option(names = "--yes", description = "Do not ask. The ceiling still holds.")
  private boolean yes;

  @Option(
      names = "--max-removals",
      paramLabel = "N",
      description =
          "The largest number of removals. If it is exactly the number of removals of this command,"
              + " it approves them above the ceiling.")
  private @Nullable Long maxRemovals;

  @Option(names = "--dry-run", description = "Only count what would be removed.")
  private boolean dryRun;

  private final RemovedLists lists;

  /** Creates the command. */
  public RemoveCommand(Context context, JobKind kind, RemovedLists lists) {
    super(context, kind);
    this.lists = lists;
  }

  @Override
  protected ExitCode run() {
    if (keys.isEmpty() == (file == null)) {
      throw CommandException.usage("Name either keys or --file.");
    }
    if (maxRemovals != null && maxRemovals < 0) {
      throw CommandException.usage("--max-removals is negative.");
    }
    return file == null ? runKeys(Keys.check(keys)) : runFile(file);
  }

  private ExitCode runKeys(List<String> typed) {
    String lines = kind().columns().get(0) + "\n" + String.join("\n", quoted(typed)) + "\n";
    try (StandardInput in =
        StandardInput.copy(
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            context().folders().state())) {
      return run(in.file(), jobOptions().results() == null ? Path.of("-") : jobOptions().results());
    }
  }

  private static List<String> quoted(List<String> typed) {
    return typed.stream().map(key -> '"' + key.replace("\"", "\"\"") + '"').toList();
  }

  @Override
  String name() {
    return "remove-" + kind().plural() + lists.suffix();
  }

  @Override
  ExitCode run(Connection connection, InputFile input, JobJournal journal, JobRun run) {
    List<Application> from = lists.applications();
    BulkRemoval all =
        kind().remove(Bulk.with(connection.client()), input.keys(), from).journal(journal.file());
    RemovalPreview preview = all.dryRun();
    String what = preview.removals() + " of " + input.rows() + " " + kind().plural();
    terminal().tell("Would remove " + what + "; the ceiling allows " + preview.allowed() + ".");
    BulkRemoval allowed = allow(all, preview);
    if (dryRun) {
      return JobReport.code(preview.report());
    }
    if (preview.removals() > 0) {
      Confirmation.ask(
          context(),
          yes,
          "Remove " + what + " at site " + connection.siteId() + lists.words() + "?");
    }
    return run.run(
        "Removing " + kind().plural(),
        jobOptions().otherAccount() ? allowed.resumeAsOtherAccount() : allowed);
  }

  private BulkRemoval allow(BulkRemoval removal, RemovalPreview preview) {
    boolean approved = maxRemovals != null && maxRemovals == preview.removals();
    long most = maxRemovals == null ? Long.MAX_VALUE : maxRemovals;
    if (preview.removals() > most || (preview.exceedsCeiling() && !approved)) {
      throw new CommandException(
          ExitCode.CEILING,
          "The command would remove "
              + preview.removals()
              + ", but "
              + Math.min(preview.allowed(), most)
              + " are allowed. Nothing was removed. Check the input; if it is right, add"
              + " --max-removals "
              + preview.removals()
              + ".");
    }
    return approved && preview.exceedsCeiling()
        ? removal.approvingRemovals(preview.removals())
        : removal;
  }
}
