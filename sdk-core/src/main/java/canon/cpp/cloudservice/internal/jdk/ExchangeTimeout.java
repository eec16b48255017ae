package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange at its timeout. Before JDK 26 the timeout of the JDK's client ends with the
 * headers, so the body needs another one, which starts with the exchange. Some responses also make
 * a thread of the JDK's client hang; then this timeout ends the waiting.
 */
final class ExchangeTimeout {
  /** Time for the JDK's client to report the timeout itself. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final CompletableFuture<Void> expiry;
  private volatile @Nullable CompletableFuture<Void> forcedExpiry;

  private ExchangeTimeout(CompletableFuture<Void> expiry) {
    this.expiry = expiry;
  }

  /**
   * Starts a timeout.
   *
   * @param cancel cancels the exchange in the JDK's client
   * @param force ends the waiting if that has no effect
   */
  static ExchangeTimeout start(Timer timer, Duration time, Runnable cancel, Runnable force) {
    ExchangeTimeout timeout = new ExchangeTimeout(timer.timeout(time));
    Futures.whenOver(
        timeout.expiry,
        () -> {
          cancel.run();
          timeout.startForced(timer, force);
        });
    return timeout;
  }

  private void startForced(Timer timer, Runnable force) {
    CompletableFuture<Void> grace = timer.timeout(GRACE);
    forcedExpiry = grace;
    Futures.whenOver(grace, force);
  }

  void cancel() {
    expiry.cancel(false);
    CompletableFuture<Void> grace = forcedExpiry;
    if (grace != null) {
      grace.cancel(false);
    }
  }
}
