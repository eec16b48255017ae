package canon.cpp.cloudservice.cli.command.printers;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ListCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.printers.Printer;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists printers. */
@Command(header = "List the printers of the site.")
public final class PrintersList extends ListCommand<Printer> {
  /** Creates the command. */
  public PrintersList(Context context) {
    super(context);
  }

  @Override
  protected PagedCall<Printer> list(CloudServiceClient client) {
    return client.printers().list();
  }

  @Override
  protected List<Column<Printer>> columns() {
    return Columns.printers();
  }
}
