package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call.
 *
 * @param result how it ended, for people: a status, or what broke
 * @param outcome what is known of its effect
 * @param took how long it took
 * @param status the HTTP status; null if there was no answer
 * @param requestId the service's id of the request; null if it sent none
 */
public record Attempt(
    String result,
    Outcome outcome,
    Duration took,
    @Nullable Integer status,
    @Nullable String requestId) {

  /**
   * Creates the value.
   *
   * @param result how it ended, for people
   * @param outcome what is known of its effect
   * @param took how long it took
   * @param status the HTTP status
   * @param requestId the service's id of the request
   * @throws NullPointerException if something is missing that may not be null
   */
  public Attempt {
    requireNonNull(result, "result");
    requireNonNull(outcome, "outcome");
    requireNonNull(took, "took");
  }

  /**
   * Creates an attempt without an answer.
   *
   * @param result how it ended, for people
   * @param outcome what is known of its effect
   * @param took how long it took
   */
  public Attempt(String result, Outcome outcome, Duration took) {
    this(result, outcome, took, null, null);
  }
}
