package canon.cpp.cloudservice.cli.exit;

import java.util.Collection;
import java.util.Collections;

/**
 * The exit codes of all commands. The order of the constants is the precedence: if several apply,
 * the first one wins.
 */
public enum ExitCode {
  /** The user interrupted the command. */
  INTERRUPTED(130, "interrupted with Ctrl-C; a job can be continued"),
  /** Nothing was sent. */
  USAGE(64, "the command line, the configuration or the input file is wrong; nothing was sent"),
  /** Any other failure. */
  FAILURE(1, "any other failure"),
  /** No accepted token. */
  SIGN_IN(7, "sign in again, or with an account that is an administrator of the site"),
  /** The account belongs to another site than the one named. */
  WRONG_SITE(8, "the account belongs to another site than --site names; nothing was changed"),
  /** No response of the service, or it is throttled. */
  UNREACHABLE(75, "the service is unreachable or throttled; try again later"),
  /** More removals than allowed. */
  CEILING(5, "more removals than the ceiling allows; nothing was removed"),
  /** A change may have been applied, or a wait ended without the state. */
  UNKNOWN(
      4,
      "the outcome of at least one change is unknown, or a wait ended too early; run the command"
          + " again"),
  /** Something changed after it was read. */
  DRIFT(6, "something changed after it was read, so it was left as it is"),
  /** At least one rejection. */
  REJECTED(3, "the service rejected at least one change or request"),
  /** Only with {@code --detailed-exit-code}. */
  CHANGES(2, "there are changes; only with --detailed-exit-code"),
  /** Success. */
  OK(0, "everything is as wanted");

  private final int value;
  private final String meaning;

  ExitCode(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** Returns the number that the process ends with. */
  public int value() {
    return value;
  }

  /** Returns the meaning, as in the documentation. */
  public String meaning() {
    return meaning;
  }

  /** Returns the one of two codes that has precedence. */
  public ExitCode and(ExitCode other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the code that has precedence; {@link #OK} if there is none. */
  public static ExitCode mostImportant(Collection<ExitCode> codes) {
    return codes.isEmpty() ? OK : Collections.min(codes);
  }
}
