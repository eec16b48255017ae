package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Duration;

/**
 * The result of one check. Its texts are one line each, and e-mail addresses are masked in them.
 *
 * @param kind what was checked
 * @param state the state
 * @param duration how long it took; zero if the check was skipped
 * @param finding what was found
 * @param remedy what to do; empty if there is nothing to do
 */
public record Check(
    CheckKind kind, CheckState state, Duration duration, String finding, String remedy) {

  public Check {
    requireNonNull(kind, "kind");
    requireNonNull(state, "state");
    requireNonNull(duration, "duration");
    finding = Printable.withoutAddresses(requireNonNull(finding, "finding"));
    remedy = Printable.withoutAddresses(requireNonNull(remedy, "remedy"));
  }

  /**
   * Returns a check that was skipped.
   *
   * @param kind what was not checked
   * @param why the reason
   * @param remedy what to do so that it can be checked; empty if there is nothing to do
   * @return a check with a duration of zero
   */
  public static Check skipped(CheckKind kind, String why, String remedy) {
    return new Check(kind, CheckState.SKIPPED, Duration.ZERO, why, remedy);
  }
}
