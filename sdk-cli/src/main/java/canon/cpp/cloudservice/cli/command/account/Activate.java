package canon.cpp.cloudservice.cli.command.account;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Columns;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.remotecontrol.Activation;
import picocli.CommandLine.Command;

/** Activates Remote Control for the account. */
@Command(header = "Activate Remote Control for the account, as the mobile app does.")
public final class Activate extends CloudCommand {
  /** Creates the command. */
  public Activate(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = context().connect()) {
      Activation activation = connection.client().remoteControl().activate().execute();
      terminal().tell(activation.firstActivation() ? "Activated." : "It was active before.");
      context().printOne(Columns.users(), activation.user());
    }
    return ExitCode.OK;
  }
}
