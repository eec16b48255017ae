package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.faults.Effect;
import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import canon.cpp.cloudservice.testing.internal.service.Arrival;
import canon.cpp.cloudservice.testing.internal.service.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A fault: first how often and to whom it happens, last what happens. Immutable.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(2).retryAfter(Duration.ofSeconds(5)).answer(429);
 * }</pre>
 */
public final class Fault {
  private final FaultRules rules;
  private final Predicate<Arrival> fits;
  private final int times;
  private final @Nullable Duration retryAfter;

  Fault(FaultRules rules, Predicate<Arrival> fits) {
    this(rules, fits, Integer.MAX_VALUE, null);
  }

  private Fault(
      FaultRules rules, Predicate<Arrival> fits, int times, @Nullable Duration retryAfter) {
    this.rules = rules;
    this.fits = fits;
    this.times = times;
    this.retryAfter = retryAfter;
  }

  /**
   * How often it happens; every time if this is not said.
   *
   * @param count one or more
   * @return the fault, not more often than that
   * @throws IllegalArgumentException if the count is less than one
   */
  public Fault times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("A fault happens at least once, but asked for " + count);
    }
    return new Fault(rules, fits, count, retryAfter);
  }

  /**
   * To whom it happens; to everybody if this is not said.
   *
   * @param account whose requests
   * @return the fault, for that account only
   */
  public Fault by(FakeAccount account) {
    requireNonNull(account, "account");
    return new Fault(
        rules,
        fits.and(arrival -> arrival.account().equals(Optional.of(account))),
        times,
        retryAfter);
  }

  /**
   * Adds a {@code Retry-After} header to the answer, in whole seconds, rounded up.
   *
   * @param wait how long, zero or more
   * @return the fault, with the header
   * @throws IllegalArgumentException if the duration is negative
   */
  public Fault retryAfter(Duration wait) {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("Retry-After cannot be negative, but is " + wait);
    }
    return new Fault(rules, fits, times, wait);
  }

  /**
   * The fake answers with a status instead of handling the request.
   *
   * @param status 400 to 599
   * @throws IllegalArgumentException if the status is no error
   */
  public void answer(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("A fault has a status of 400 to 599, not " + status);
    }
    happens(Effect.answer(status, Optional.ofNullable(retryAfter)));
  }

  /** The connection breaks before the request is handled: nothing has changed. */
  public void dropBeforeHandling() {
    happens(Effect.dropBeforeHandling());
  }

  /** The request is handled, and then the connection breaks: what was asked for has been done. */
  public void dropAfterLanding() {
    happens(Effect.dropAfterLanding());
  }

  /**
   * The request is held in the middle: its idempotency key is taken, but it has not been decided
   * yet.
   *
   * @return what lets it go on
   */
  public Hold hold() {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rules.addGate(gate);
    happens(Effect.hold(reached, gate));
    return new Hold(reached, gate);
  }

  private void happens(Stage effect) {
    rules.add(fits, times, effect);
  }
}
