package canon.cpp.cloudservice.cli.command.portfolio;

import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import picocli.CommandLine.Command;

/** Checks the sign-in, the site and the role of each account. Only reads. */
@Command(
    header = "Check that each account is an administrator of the site of its section.",
    description = "Only reads. Sites that cannot be reached do not stop the others.")
public final class PortfolioCheck extends PortfolioCommand {
  /** Creates the command. */
  public PortfolioCheck(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Sites sites = Sites.open(context(), Sites.names(context(), siteOptions().sites()))) {
      // The portfolio reads each site, which only its administrators may.
      return run(portfolio(sites), site -> {});
    }
  }
}
