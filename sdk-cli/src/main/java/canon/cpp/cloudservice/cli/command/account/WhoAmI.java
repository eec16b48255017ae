package canon.cpp.cloudservice.cli.command.account;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import picocli.CommandLine.Command;

/** Shows the account of the commands. */
@Command(header = "Show the account, its roles and its site.")
public final class WhoAmI extends CloudCommand {
  /** Creates the command. */
  public WhoAmI(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = context().connect()) {
      context().printOne(Accounts.columns(), connection.session());
    }
    return ExitCode.OK;
  }
}
