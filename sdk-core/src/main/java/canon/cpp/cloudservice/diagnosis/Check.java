package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Duration;

/**
 * One thing that was looked at. Its texts are for people, in one line each; what looks like an
 * e-mail address is blotted out of them.
 *
 * @param kind what was looked at
 * @param state how it ended
 * @param took how long it took; zero if it was skipped
 * @param finding what was found
 * @param remedy what to do; empty if there is nothing to do
 */
public record Check(
    CheckKind kind, CheckState state, Duration took, String finding, String remedy) {

  /**
   * Creates the value.
   *
   * @param kind what was looked at
   * @param state how it ended
   * @param took how long it took
   * @param finding what was found; no token, no password, no address of a person
   * @param remedy what to do; empty if there is nothing to do
   * @throws NullPointerException if something is missing
   */
  public Check {
    requireNonNull(kind, "kind");
    requireNonNull(state, "state");
    requireNonNull(took, "took");
    finding = Printable.withoutAddresses(requireNonNull(finding, "finding"));
    remedy = Printable.withoutAddresses(requireNonNull(remedy, "remedy"));
  }

  /**
   * A thing that was not looked at.
   *
   * @param kind what it is
   * @param why why not
   * @param remedy what to do so that it is; empty if there is nothing to do
   * @return a check that took no time
   */
  public static Check skipped(CheckKind kind, String why, String remedy) {
    return new Check(kind, CheckState.SKIPPED, Duration.ZERO, why, remedy);
  }
}
