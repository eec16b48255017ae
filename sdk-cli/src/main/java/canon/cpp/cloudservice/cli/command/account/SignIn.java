package canon.cpp.cloudservice.cli.command.account;

import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Connection;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.signin.SignInFactory;
import canon.cpp.cloudservice.cli.signin.SignInKind;
import canon.cpp.cloudservice.session.SignedIn;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs in. */
@Command(
    header = "Sign in with the configured account.",
    description = {
      "A user signs in with a browser on this machine or with a code on another device; the sign-in"
          + " is kept, encrypted, for later commands. A service account has no sign-in to keep; the"
          + " command only tells the service about it."
    })
public final class SignIn extends CloudCommand {
  private static final Duration TIME_OF_A_USER = Duration.ofMinutes(10);

  @Option(names = "--browser", description = "Use a browser on this machine.")
  private boolean browser;

  @Option(names = "--device-code", description = "Use a code that you type on another device.")
  private boolean deviceCode;

  /** Creates the command. */
  public SignIn(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    SignInFactory factory = context().signIn();
    SignInKind kind = kind(factory);
    try (Connection connection =
        Connection.open(context(), network -> factory.create(network, kind))) {
      if (kind.hasUser()) {
        connection.provider().token(TokenRequest.within(TIME_OF_A_USER).allowingInteraction());
      }
      SignedIn signedIn = connection.client().session().signIn().execute();
      if (signedIn.firstSignIn()) {
        terminal().tell("This was the first sign-in of the administrator.");
      }
      connection.checkSite();
      context().printOne(Accounts.columns(), signedIn.session());
    }
    return ExitCode.OK;
  }

  private SignInKind kind(SignInFactory factory) {
    if (browser && deviceCode) {
      throw CommandException.usage("--browser and --device-code exclude each other.");
    }
    if (browser || deviceCode) {
      return browser ? SignInKind.BROWSER : SignInKind.DEVICE_CODE;
    }
    return factory.kind();
  }
}
