package canon.cpp.cloudservice.cli.signin;

import canon.cpp.cloudservice.cli.exit.CommandException;
import java.util.Locale;

/** How the account of a command is obtained. */
public enum SignInKind {
  /** A browser on this machine. */
  BROWSER,
  /** A code that the user types on another device. */
  DEVICE_CODE,
  /** An account without a user. */
  SERVICE_ACCOUNT,
  /** An access token that the environment contains. */
  TOKEN;

  /** Tells whether a user signs in. */
  public boolean hasUser() {
    return this == BROWSER || this == DEVICE_CODE;
  }

  static SignInKind of(String text) {
    for (SignInKind kind : values()) {
      if (kind != TOKEN && text.equals(kind.text())) {
        return kind;
      }
    }
    throw CommandException.usage(
        "sign-in is neither browser, device-code nor service-account: " + text);
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
