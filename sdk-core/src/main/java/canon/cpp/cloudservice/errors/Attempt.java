package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call.
 *
 * @param result how it ended, for the log: a status, or what failed
 * @param outcome what is known about its effect
 * @param duration how long it took
 * @param status the HTTP status; null if there was no response
 * @param requestId the service's id of the request; null if the response has none
 */
public record Attempt(
    String result,
    Outcome outcome,
    Duration duration,
    @Nullable Integer status,
    @Nullable String requestId)
    implements Serializable {

  public Attempt {
    requireNonNull(result, "result");
    requireNonNull(outcome, "outcome");
    requireNonNull(duration, "duration");
  }

  /**
   * Creates an attempt without a response.
   *
   * @param result how it ended, for the log
   * @param outcome what is known about its effect
   * @param duration how long it took
   */
  public Attempt(String result, Outcome outcome, Duration duration) {
    this(result, outcome, duration, null, null);
  }
}
