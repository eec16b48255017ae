package canon.cpp.cloudservice.cli.command.plan;

import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.bulk.snapshot.SnapshotChange;
import canon.cpp.cloudservice.bulk.snapshot.Snapshots;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what changed between two snapshots, or since one. */
@Command(header = "Show what changed between two snapshots, or between a snapshot and now.")
public final class DiffCommand extends CloudCommand {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier snapshot.")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AFTER",
      description = "The later snapshot. Default: the site as it is now.")
  private @Nullable Path after;

  @Option(
      names = "--detailed-exit-code",
      description = "End with 2 if there are changes, and with 0 if there are none.")
  private boolean detailedExitCode;

  /** Creates the command. */
  public DiffCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    List<SnapshotChange> changes = Snapshot.read(before).diff(after());
    try (RowWriter<SnapshotChange> rows = context().rows(columns())) {
      changes.forEach(rows::write);
    }
    return detailedExitCode && !changes.isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
  }

  private Snapshot after() {
    if (after != null) {
      return Snapshot.read(after);
    }
    try (Connection connection = context().connect()) {
      return Snapshots.of(connection.client()).clock(terminal().clock()).take();
    }
  }

  private static List<Column<SnapshotChange>> columns() {
    return List.of(
        new Column<>(
            "change", change -> change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        new Column<>("subject", SnapshotChange::subject),
        new Column<>(
            "application",
            change -> change.application() == null ? null : change.application().id()),
        new Column<>("id", SnapshotChange::id));
  }
}
