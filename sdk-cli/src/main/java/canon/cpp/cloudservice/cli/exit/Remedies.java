package canon.cpp.cloudservice.cli.exit;

import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.Map;
import java.util.Optional;

/** What to do after a rejection. */
public final class Remedies {
  private static final Map<ProblemCode, String> TEXTS =
      Map.ofEntries(
          Map.entry(ProblemCode.VALIDATION_FAILED, "Correct the value."),
          Map.entry(
              ProblemCode.ACCOUNT_NOT_REGISTERED,
              "Sign in with an account that an administrator of the site has added."),
          Map.entry(
              ProblemCode.EMAIL_NOT_VERIFIED,
              "Sign in with an account whose address its provider has verified."),
          Map.entry(
              ProblemCode.ACCOUNT_MISMATCH,
              "Sign in with the account that used this address first."),
          Map.entry(ProblemCode.SIGN_IN_REQUIRED, "Run: cloudservice sign-in"),
          Map.entry(ProblemCode.UNAUTHENTICATED, "Run: cloudservice sign-in"),
          Map.entry(ProblemCode.TOKEN_EXPIRED, "Run: cloudservice sign-in"),
          Map.entry(ProblemCode.SESSION_ENDED, "Run: cloudservice sign-in"),
          Map.entry(
              ProblemCode.ADMINISTRATOR_REQUIRED,
              "Sign in with an account that is an administrator of the site."),
          Map.entry(
              ProblemCode.NOT_ON_REMOTE_CONTROL_LIST,
              "Ask an administrator to add the user, then activate again."),
          Map.entry(
              ProblemCode.PRINTER_NOT_PROVEN, "Get a new proof file from the printer itself."),
          Map.entry(ProblemCode.NOT_FOUND, "Check the spelling, or list what is there."),
          Map.entry(
              ProblemCode.PRECONDITION_FAILED, "Look at the current state, and decide again."),
          Map.entry(
              ProblemCode.LAST_ADMINISTRATOR,
              "Add another administrator, who must sign in once, before this one is removed."),
          Map.entry(
              ProblemCode.ACCOUNT_REGISTERED_ELSEWHERE,
              "The address belongs to another site. Ask its administrator to remove it, or use"
                  + " another account."),
          Map.entry(
              ProblemCode.PRINTER_REGISTERED_ELSEWHERE,
              "The printer belongs to another site. To move it, add --transfer."),
          Map.entry(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS, "Run the command again in a minute."),
          Map.entry(ProblemCode.RATE_LIMITED, "Run the command again later."));

  private Remedies() {}

  /** Returns what to do after a rejection, or empty for a code that is not known. */
  public static Optional<String> of(ProblemCode code) {
    return Optional.ofNullable(TEXTS.get(code));
  }
}
