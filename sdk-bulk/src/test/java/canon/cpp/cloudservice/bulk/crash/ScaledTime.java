package canon.cpp.cloudservice.bulk.crash;

import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Time that passes faster than real time, so that a job of another JVM does not really wait as long
 * as the service asks.
 */
final class ScaledTime extends Clock implements Timer {
  private final long factor;
  private final long startNanos = System.nanoTime();
  private final Instant start = Instant.now();

  ScaledTime(long factor) {
    this.factor = factor;
  }

  @Override
  public long nanoTime() {
    return (System.nanoTime() - startNanos) * factor;
  }

  @Override
  public CompletableFuture<Void> pause(Duration duration) {
    return new CompletableFuture<Void>()
        .completeOnTimeout(null, duration.toNanos() / factor, TimeUnit.NANOSECONDS);
  }

  @Override
  public CompletableFuture<Void> timeout(Duration duration) {
    return pause(duration);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanoTime());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
