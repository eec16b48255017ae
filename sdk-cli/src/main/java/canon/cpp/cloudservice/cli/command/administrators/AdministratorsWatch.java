package canon.cpp.cloudservice.cli.command.administrators;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.WatchCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.Administrator;
import java.util.List;
import picocli.CommandLine.Command;

/** Waits until an administrator is Active. */
@Command(
    header = "Wait until an administrator has signed in and is Active.",
    description = "Ends with 4 if the time is over before.")
public final class AdministratorsWatch extends WatchCommand<Administrator> {

  /** Creates the command. */
  public AdministratorsWatch(Context context) {
    super(context);
  }

  @Override
  protected Call<Administrator> await(CloudServiceClient client, String key) {
    return client.administrators().awaitActive(key);
  }

  @Override
  protected List<Column<Administrator>> columns() {
    return Columns.administrators();
  }
}
