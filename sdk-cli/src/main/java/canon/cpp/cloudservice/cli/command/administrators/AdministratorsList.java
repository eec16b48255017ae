package canon.cpp.cloudservice.cli.command.administrators;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ListCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.AdministratorState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists administrators. */
@Command(header = "List the administrators of the site.")
public final class AdministratorsList extends ListCommand<Administrator> {
  @Option(names = "--invited", description = "Only those who have not signed in yet.")
  private boolean invited;

  /** Creates the command. */
  public AdministratorsList(Context context) {
    super(context);
  }

  @Override
  protected PagedCall<Administrator> list(CloudServiceClient client) {
    return invited
        ? client.administrators().list().state(AdministratorState.INVITED)
        : client.administrators().list();
  }

  @Override
  protected List<Column<Administrator>> columns() {
    return Columns.administrators();
  }
}
