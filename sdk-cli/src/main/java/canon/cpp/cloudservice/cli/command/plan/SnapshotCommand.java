package canon.cpp.cloudservice.cli.command.plan;

import canon.cpp.cloudservice.bulk.snapshot.Snapshot;
import canon.cpp.cloudservice.bulk.snapshot.Snapshots;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stores what a site has. */
@Command(header = "Store the users, administrators and printers of the site in a file.")
public final class SnapshotCommand extends CloudCommand {
  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  /** Creates the command. */
  public SnapshotCommand(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = context().connect()) {
      Snapshot snapshot = Snapshots.of(connection.client()).clock(terminal().clock()).take();
      snapshot.save(file);
      terminal()
          .tell(
              snapshot.users().size()
                  + " users, "
                  + snapshot.administrators().size()
                  + " administrators, "
                  + snapshot.printers().size()
                  + " printers: "
                  + file);
    }
    return ExitCode.OK;
  }
}
