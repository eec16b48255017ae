package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ShowCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.printers.Printer;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows printers. */
@Command(header = "Show printers.")
public final class PrintersShow extends ShowCommand<Printer> {
  /** Creates the command. */
  public PrintersShow(Context context) {
    super(context);
  }

  @Override
  protected Printer get(CloudServiceClient client, String key) {
    return client.printers().get(key).execute();
  }

  @Override
  protected List<Column<Printer>> columns() {
    return Columns.printers();
  }
}
