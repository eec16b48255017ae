package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A steady limit on all requests: a bucket of permits that is full at the start and is refilled
 * evenly. In-process requests are counted by the fake's clock, requests over HTTP by the real one,
 * because their clients wait in real time.
 */
public final class RateLimit implements RequestStage {
  private static final int MAX_REQUESTS = 1_000_000;

  private final int requests;
  private final Duration period;
  private final Bucket inProcess;
  private final Bucket overHttp;

  RateLimit(int requests, Duration period, LongSupplier fakeNanos, LongSupplier realNanos) {
    if (requests < 1 || requests > MAX_REQUESTS) {
      throw new IllegalArgumentException(
          "A rate limit allows 1 to " + MAX_REQUESTS + " requests, but requests is " + requests);
    }
    long nanos = FaultEffect.possible("period", period).toNanos();
    if (nanos < requests) {
      throw new IllegalArgumentException(
          "The period of a rate limit must be at least one nanosecond for each request, but is "
              + period);
    }
    this.requests = requests;
    this.period = period;
    this.inProcess = new Bucket(nanos / requests, requests, fakeNanos);
    this.overHttp = new Bucket(nanos / requests, requests, realNanos);
  }

  public int requests() {
    return requests;
  }

  public Duration period() {
    return period;
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    Bucket bucket = received.request().isOverHttp() ? overHttp : inProcess;
    return bucket
        .take()
        .map(wait -> CompletableFuture.completedFuture(rejection(wait)))
        .orElseGet(() -> next.apply(received));
  }

  private static ServiceResponse rejection(Duration wait) {
    return ServiceResponse.problem(Problem.of(ProblemKind.RATE_LIMITED))
        .withHeader("Retry-After", FaultEffect.wholeSeconds(wait));
  }

  /** Returns the limit in words. */
  @Override
  public String toString() {
    return "rate limit: " + requests + " in " + period;
  }

  /**
   * Permits, kept as the time at which the bucket will be full again (the generic cell rate
   * algorithm).
   */
  private static final class Bucket {
    private final long interval;
    private final long tolerance;
    private final LongSupplier nanos;
    private long fullAt;

    Bucket(long interval, int size, LongSupplier nanos) {
      this.interval = interval;
      this.tolerance = interval * (size - 1L);
      this.nanos = nanos;
      this.fullAt = nanos.getAsLong();
    }

    /** Takes a permit. If there is none, returns how long it takes until there is. */
    synchronized Optional<Duration> take() {
      long now = nanos.getAsLong();
      long untilFull = Math.max(0, fullAt - now);
      if (untilFull > tolerance) {
        return Optional.of(Duration.ofNanos(untilFull - tolerance));
      }
      fullAt = now + untilFull + interval;
      return Optional.empty();
    }
  }
}
