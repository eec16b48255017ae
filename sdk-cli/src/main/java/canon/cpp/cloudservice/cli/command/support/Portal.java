package canon.cpp.cloudservice.cli.command.support;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.terminal.StandardStream;
import picocli.CommandLine.Command;

/** Opens the portal. */
@Command(
    header = "Print the address of the portal, and open it in the browser.",
    description = "The browser is only opened from a terminal.")
public final class Portal extends CloudCommand {
  /** Creates the command. */
  public Portal(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    terminal().out().println(CloudServiceClient.PORTAL_URI);
    if (terminal().isInteractive(StandardStream.OUT)) {
      terminal().browser().accept(CloudServiceClient.PORTAL_URI);
    }
    return ExitCode.OK;
  }
}
