package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.ListCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.User;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists users. */
@Command(header = "List the users of the site.")
public final class UsersList extends ListCommand<User> {
  @Mixin private final UserFilter filter = new UserFilter();

  /** Creates the command. */
  public UsersList(Context context) {
    super(context);
  }

  @Override
  protected PagedCall<User> list(CloudServiceClient client) {
    return filter.list(client);
  }

  @Override
  protected List<Column<User>> columns() {
    return Columns.users();
  }
}
