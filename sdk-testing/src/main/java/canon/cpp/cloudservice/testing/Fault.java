package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.internal.faults.FaultEffect;
import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.faults.ServiceEffects;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A fault: first how often and to whom it happens, then what happens on the way, last who answers.
 * It is in force once the last has been said. Immutable.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(1).delayed(Duration.ofSeconds(20)).dropAfterApplying();
 * fake.faults().onEveryOperation().garbled().typed("text/html").answer(502);   // a proxy's page
 * }</pre>
 */
@CheckReturnValue
public final class Fault {
  private final FaultRules rules;
  private final ServiceEffects effects;
  private final FaultSpec spec;

  Fault(FaultRules rules, ServiceEffects effects, FaultSpec spec) {
    this.rules = rules;
    this.effects = effects;
    this.spec = spec;
  }

  /**
   * How often it happens; every time if this is not said.
   *
   * @param count one or more
   * @return the fault, not more often than that
   * @throws IllegalArgumentException if the count is less than one
   */
  public Fault times(int count) {
    return with(spec.times(count));
  }

  /**
   * How many requests are let off before it happens for the first time; none if this is not said.
   *
   * @param count zero or more
   * @return the fault, from a later request on
   * @throws IllegalArgumentException if the count is negative
   */
  public Fault skip(int count) {
    return with(spec.skipping(count));
  }

  /**
   * To whom it happens: to the account with the same provider and subject, by whatever address; to
   * everybody if this is not said.
   *
   * @param account whose requests
   * @return the fault, for that account only
   */
  public Fault by(FakeAccount account) {
    return with(spec.by(requireNonNull(account, "account")));
  }

  /**
   * What else a request must be like. Said twice, both must hold.
   *
   * @param condition asked for each request that fits otherwise
   * @return the fault, for such requests only
   */
  public Fault when(Predicate<IncomingRequest> condition) {
    return with(spec.when(requireNonNull(condition, "condition")));
  }

  /**
   * The request is on its way for some time, which the fake's clock moves on by. A client in the
   * process gives up when its own time is over; the request is handled all the same. Through the
   * HTTP endpoint time limits are real, and no real time passes: there {@link #hold()} is a delay.
   *
   * @param delay how long: zero or more, at most 292 years
   * @return the fault, with the delay
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault delayed(Duration delay) {
    return with(effects.delayed(delay));
  }

  /**
   * The life of the token that was sent ends before anybody looks at it.
   *
   * @return the fault, with the token expired
   */
  public Fault tokenExpired() {
    return with(effects.tokenExpired());
  }

  /**
   * The token that was sent is taken back before anybody looks at it: nobody accepts it any more.
   *
   * @return the fault, with the token revoked
   */
  public Fault tokenRevoked() {
    return with(effects.tokenRevoked());
  }

  /**
   * Adds a {@code Retry-After} header to the answer.
   *
   * @param wait how long: zero or more, at most 292 years; goes out in whole seconds, rounded up
   * @return the fault, with the header
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault retryAfter(Duration wait) {
    return with(FaultEffect.retryAfter(wait));
  }

  /**
   * Adds a {@code Retry-After} header to the answer, as a date, rounded up to whole seconds.
   *
   * @param instant when to come back, by the fake's clock; in the years 1 to 9999
   * @return the fault, with the header
   * @throws IllegalArgumentException if a header cannot name that moment
   */
  public Fault retryAt(Instant instant) {
    return with(FaultEffect.retryAt(requireNonNull(instant, "instant")));
  }

  /**
   * The body of the answer is garbage: no JSON, no text.
   *
   * @return the fault, with such a body
   */
  public Fault garbled() {
    return with(FaultEffect.garbled());
  }

  /**
   * The answer says that its body is something else.
   *
   * @param contentType what it says, such as {@code text/html}
   * @return the fault, with that type
   */
  public Fault typed(String contentType) {
    return with(FaultEffect.typed(requireNonNull(contentType, "contentType")));
  }

  /**
   * The connection breaks in the middle of the answer's body; the request has been handled.
   *
   * @return the fault, with half of the body
   */
  public Fault truncated() {
    return with(FaultEffect.truncated());
  }

  /**
   * The body of the answer comes little by little, while the fake's clock moves on.
   *
   * @param time how long all of it takes: zero or more, at most 292 years
   * @return the fault, with a slow body
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault dripping(Duration time) {
    return with(FaultEffect.dripping(time));
  }

  /** The service handles the request as ever, apart from what was said before. */
  public void letThrough() {
    happens(FaultEffect.letThrough());
  }

  /**
   * The fake answers with a status, and the problem that belongs to it, instead of handling.
   *
   * @param status 400 to 599
   * @throws IllegalArgumentException if the status is no error
   */
  public void answer(int status) {
    happens(FaultEffect.answer(status));
  }

  /**
   * The fake answers with a problem instead of handling the request.
   *
   * @param status 400 to 599
   * @param code the problem code, which may be one that nobody knows yet
   * @throws IllegalArgumentException if the status is no error
   */
  public void answer(int status, ProblemCode code) {
    happens(FaultEffect.answer(status, code.id()));
  }

  /** The connection breaks before the request is handled: nothing has changed. */
  public void dropBeforeHandling() {
    happens(FaultEffect.dropBeforeHandling());
  }

  /** The request is handled, and then the connection breaks: what was asked for has been done. */
  public void dropAfterApplying() {
    happens(FaultEffect.dropAfterApplying());
  }

  /**
   * The request is held in the middle: its idempotency key is taken, but it has not been decided
   * yet.
   *
   * @return what lets it go on
   */
  @CanIgnoreReturnValue
  public Hold hold() {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rules.addGate(gate);
    happens(FaultEffect.hold(reached, gate));
    return new Hold(reached, gate);
  }

  private Fault with(FaultEffect effect) {
    return with(spec.with(effect));
  }

  private Fault with(FaultSpec changed) {
    return new Fault(rules, effects, changed);
  }

  private void happens(FaultEffect last) {
    rules.add(spec.with(last));
  }
}
