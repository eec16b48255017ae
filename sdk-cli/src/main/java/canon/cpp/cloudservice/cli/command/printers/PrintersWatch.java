package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.WatchCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.printers.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until a printer has sent data or is ready. */
@Command(
    header = "Wait until a printer has sent data, or is ready for an application.",
    description = "Ends with 4 if the time is over before.")
public final class PrintersWatch extends WatchCommand<Printer> {
  @ArgGroup(multiplicity = "0..1")
  private State state = new State();

  /** Creates the command. */
  public PrintersWatch(Context context) {
    super(context);
  }

  @Override
  protected Call<Printer> await(CloudServiceClient client, String key) {
    String application = state.application;
    return state.firstData || application == null
        ? client.printers().awaitFirstData(key)
        : client.printers().awaitReady(key, Application.of(application));
  }

  @Override
  protected List<Column<Printer>> columns() {
    return Columns.printers();
  }

  /** The state that is waited for. */
  static final class State {
    @Option(
        names = "--ready",
        paramLabel = "APPLICATION",
        description = "Wait until the printer is ready for this application.")
    private @Nullable String application;

    @Option(
        names = "--first-data",
        description = "Wait until the printer has sent data for the first time. The default.")
    private boolean firstData;
  }
}
