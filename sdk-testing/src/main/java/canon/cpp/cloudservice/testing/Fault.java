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
 * A fault of the fake. First state how often and for which requests it applies, then its effects,
 * and end with one of {@link #passThrough()}, {@link #respond(int)}, {@link #dropBeforeHandling()},
 * {@link #dropAfterApplying()} and {@link #hold()}. The fault is active from that last call on.
 * Immutable.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(1).delayed(Duration.ofSeconds(20)).dropAfterApplying();
 * fake.faults().onEveryOperation().malformedBody().withContentType("text/html").respond(502);
 * }</pre>
 */
@CheckReturnValue
public final class Fault {
  private final FaultRules rules;
  private final ServiceEffects effects;
  private final UnfinishedFaults unfinished;
  private final Object id;
  private final FaultSpec spec;

  private Fault(
      FaultRules rules,
      ServiceEffects effects,
      UnfinishedFaults unfinished,
      Object id,
      FaultSpec spec) {
    this.rules = rules;
    this.effects = effects;
    this.unfinished = unfinished;
    this.id = id;
    this.spec = spec;
  }

  static Fault start(
      FaultRules rules, ServiceEffects effects, UnfinishedFaults unfinished, FaultSpec spec) {
    return new Fault(rules, effects, unfinished, unfinished.start(spec), spec);
  }

  /**
   * Limits how often the fault applies. By default it applies every time.
   *
   * @param count one or more
   * @return the fault with this limit
   * @throws IllegalArgumentException if the count is less than one
   */
  public Fault times(int count) {
    return with(spec.times(count));
  }

  /**
   * Sets how many matching requests pass before the fault applies for the first time; none by
   * default.
   *
   * @param count zero or more
   * @return the fault, starting at a later request
   * @throws IllegalArgumentException if the count is negative
   */
  public Fault skip(int count) {
    return with(spec.skipping(count));
  }

  /**
   * Restricts the fault to the requests of one account: the same provider and subject, with any
   * address. By default it applies to all accounts.
   *
   * @param account the sender of the requests
   * @return the fault for that account
   */
  public Fault by(FakeAccount account) {
    return with(spec.by(requireNonNull(account, "account")));
  }

  /**
   * Adds a condition on the request. If it is called several times, all conditions must hold.
   *
   * @param condition evaluated for each request that matches otherwise
   * @return the fault with this condition
   */
  public Fault when(Predicate<IncomingRequest> condition) {
    return with(spec.when(requireNonNull(condition, "condition")));
  }

  /**
   * Delays the request, and moves the fake's clock by the delay. An in-process client stops waiting
   * at its own deadline; the request is handled all the same. At the HTTP endpoint timeouts are
   * real and no real time passes: use {@link #hold()} there.
   *
   * @param delay zero or more, at most 292 years
   * @return the fault with the delay
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault delayed(Duration delay) {
    return with(effects.delayed(delay));
  }

  /**
   * Expires the token that was sent, before the request is handled.
   *
   * @return the fault with this effect
   */
  public Fault tokenExpired() {
    return with(effects.tokenExpired());
  }

  /**
   * Revokes the token that was sent, before the request is handled.
   *
   * @return the fault with this effect
   */
  public Fault tokenRevoked() {
    return with(effects.tokenRevoked());
  }

  /**
   * Adds a {@code Retry-After} header to the response.
   *
   * @param wait zero or more, at most 292 years; sent in whole seconds, rounded up
   * @return the fault with the header
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault retryAfter(Duration wait) {
    return with(FaultEffect.retryAfter(wait));
  }

  /**
   * Adds a {@code Retry-After} header with a date to the response, rounded up to whole seconds.
   *
   * @param instant the date, by the fake's clock; in the years 1 to 9999
   * @return the fault with the header
   * @throws IllegalArgumentException if a header cannot express the date
   */
  public Fault retryAt(Instant instant) {
    return with(FaultEffect.retryAt(requireNonNull(instant, "instant")));
  }

  /**
   * Replaces the body of the response by bytes that are neither JSON nor text.
   *
   * @return the fault with such a body
   */
  public Fault malformedBody() {
    return with(FaultEffect.malformedBody());
  }

  /**
   * Replaces the content type of the response.
   *
   * @param contentType the content type, such as {@code text/html}
   * @return the fault with that content type
   */
  public Fault withContentType(String contentType) {
    return with(FaultEffect.withContentType(requireNonNull(contentType, "contentType")));
  }

  /**
   * Breaks the connection in the middle of the response body. The request has been handled.
   *
   * @return the fault with half of the body
   */
  public Fault truncatedBody() {
    return with(FaultEffect.truncatedBody());
  }

  /**
   * Sends the response body slowly, while the fake's clock moves.
   *
   * @param time how long the whole body takes: zero or more, at most 292 years
   * @return the fault with a slow body
   * @throws IllegalArgumentException if the duration is negative or longer
   */
  public Fault slowBody(Duration time) {
    return with(FaultEffect.slowBody(time));
  }

  /** Passes the request on to the service. Only the effects stated before apply. */
  public void passThrough() {
    end(FaultEffect.passThrough());
  }

  /**
   * Responds with a status and its usual problem. The service does not handle the request.
   *
   * @param status 400 to 599
   * @throws IllegalArgumentException if the status is not an error status
   */
  public void respond(int status) {
    end(FaultEffect.respond(status));
  }

  /**
   * Responds with a problem. The service does not handle the request.
   *
   * @param status 400 to 599
   * @param code the problem code, known or unknown
   * @throws IllegalArgumentException if the status is not an error status
   */
  public void respond(int status, ProblemCode code) {
    end(FaultEffect.respond(status, code.id()));
  }

  /** Breaks the connection before the request is handled. Nothing has changed. */
  public void dropBeforeHandling() {
    end(FaultEffect.dropBeforeHandling());
  }

  /** Breaks the connection after the request was handled. The change has been applied. */
  public void dropAfterApplying() {
    end(FaultEffect.dropAfterApplying());
  }

  /**
   * Holds the request: its idempotency key is reserved, but the request is not decided yet.
   *
   * @return a handle that releases the request
   */
  @CanIgnoreReturnValue
  public Hold hold() {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rules.addGate(gate);
    end(FaultEffect.hold(reached, gate));
    return new Hold(reached, gate);
  }

  private Fault with(FaultEffect effect) {
    return with(spec.with(effect));
  }

  private Fault with(FaultSpec changed) {
    unfinished.change(id, changed);
    return new Fault(rules, effects, unfinished, id, changed);
  }

  private void end(FaultEffect last) {
    unfinished.end(id);
    rules.add(spec.with(last));
  }
}
