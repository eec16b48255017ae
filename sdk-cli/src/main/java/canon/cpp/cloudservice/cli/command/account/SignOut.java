package canon.cpp.cloudservice.cli.command.account;

import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import picocli.CommandLine.Command;

/** Signs out. */
@Command(header = "Sign out, and delete the stored sign-in.")
public final class SignOut extends CloudCommand {
  /** Creates the command. */
  public SignOut(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (Connection connection = Connection.open(context(), context().signIn()::create)) {
      try {
        connection.client().session().signOut().execute();
      } finally {
        connection.provider().forget();
      }
    }
    terminal()
        .tell(
            "Signed out. Your browser may still be signed in with the Microsoft or Google account;"
                + " sign out there as well on a shared machine.");
    return ExitCode.OK;
  }
}
