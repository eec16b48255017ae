package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.WatchCommand;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.membership.User;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until a user is Active. */
@Command(
    header = "Wait until a user is Active on the list of an application.",
    description = "Ends with 4 if the time is over before.")
public final class UsersWatch extends WatchCommand<User> {
  @Option(
      names = "--application",
      paramLabel = "APPLICATION",
      defaultValue = "remote-control",
      description = "The application. Default: ${DEFAULT-VALUE}.")
  private String application = "remote-control";

  /** Creates the command. */
  public UsersWatch(Context context) {
    super(context);
  }

  @Override
  protected Call<User> await(CloudServiceClient client, String key) {
    return client.users().awaitActive(key, Application.of(application));
  }

  @Override
  protected List<Column<User>> columns() {
    return Columns.users();
  }
}
