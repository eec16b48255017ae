package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ShowCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.User;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows users. */
@Command(header = "Show users.")
public final class UsersShow extends ShowCommand<User> {
  /** Creates the command. */
  public UsersShow(Context context) {
    super(context);
  }

  @Override
  protected User get(CloudServiceClient client, String key) {
    return client.users().get(key).execute();
  }

  @Override
  protected List<Column<User>> columns() {
    return Columns.users();
  }
}
