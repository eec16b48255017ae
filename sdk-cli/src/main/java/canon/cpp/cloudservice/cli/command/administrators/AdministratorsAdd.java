package canon.cpp.cloudservice.cli.command.administrators;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.AddCommand;
import canon.cpp.cloudservice.cli.command.Change;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import java.util.List;
import picocli.CommandLine.Command;

/** Adds administrators. */
@Command(
    header = "Add administrators.",
    description = "A new administrator is invited until the first sign-in.")
public final class AdministratorsAdd extends AddCommand {
  /** Creates the command. */
  public AdministratorsAdd(Context context) {
    super(context);
  }

  @Override
  protected Change add(CloudServiceClient client, String address) {
    AddedAdministrator added = client.administrators().add(address).execute();
    return applied(address, added.changes(), List.of("administrator:" + added.role().id()));
  }
}
