package canon.cpp.cloudservice.cli.command.administrators;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ShowCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.Administrator;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows administrators. */
@Command(header = "Show administrators.")
public final class AdministratorsShow extends ShowCommand<Administrator> {
  /** Creates the command. */
  public AdministratorsShow(Context context) {
    super(context);
  }

  @Override
  protected Administrator get(CloudServiceClient client, String key) {
    return client.administrators().get(key).execute();
  }

  @Override
  protected List<Column<Administrator>> columns() {
    return Columns.administrators();
  }
}
