package canon.cpp.cloudservice.cli.command.users;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.AddCommand;
import canon.cpp.cloudservice.cli.command.Change;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.membership.AddedUser;
import java.util.List;
import picocli.CommandLine.Command;

/** Adds users. */
@Command(
    header = "Add users to all application lists.",
    description = "A user who is there already is put on the lists that are missing.")
public final class UsersAdd extends AddCommand {
  /** Creates the command. */
  public UsersAdd(Context context) {
    super(context);
  }

  @Override
  protected Change add(CloudServiceClient client, String address) {
    AddedUser added = client.users().add(address).execute();
    return applied(address, added.changes(), List.of());
  }
}
