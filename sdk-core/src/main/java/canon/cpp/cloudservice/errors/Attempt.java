package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One attempt of a call.
 *
 * @param result how it ended, for people: a status, or what broke
 * @param outcome what is known of its effect
 * @param took how long it took
 */
public record Attempt(String result, Outcome outcome, Duration took) {

  /**
   * Creates the value.
   *
   * @param result how it ended, for people
   * @param outcome what is known of its effect
   * @param took how long it took
   * @throws NullPointerException if something is missing that may not be null
   */
  public Attempt {
    requireNonNull(result, "result");
    requireNonNull(outcome, "outcome");
    requireNonNull(took, "took");
  }
}
