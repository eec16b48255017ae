package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange on time. The JDK's own timeout ends with the headers before JDK 26, so the body
 * has an alarm of its own, which runs from the beginning. And there are answers at which a thread
 * of the JDK's client never comes back, so that nothing ends what waits for it but this.
 */
final class ExchangeTimeout {
  /** For the JDK's client to say itself what has happened. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final CompletableFuture<Void> timeOver;
  private volatile @Nullable CompletableFuture<Void> graceOver;

  private ExchangeTimeout(CompletableFuture<Void> timeOver) {
    this.timeOver = timeOver;
  }

  /**
   * Starts an alarm.
   *
   * @param gently tells the JDK's client that the time is over
   * @param byForce ends the waiting if that did not
   */
  static ExchangeTimeout start(Timer timer, Duration timeout, Runnable gently, Runnable byForce) {
    ExchangeTimeout alarm = new ExchangeTimeout(timer.timeout(timeout));
    CompletableFuture<Void> unused =
        alarm.timeOver.thenRun(
            () -> {
              gently.run();
              alarm.thenByForce(timer, byForce);
            });
    return alarm;
  }

  private void thenByForce(Timer timer, Runnable byForce) {
    CompletableFuture<Void> grace = timer.timeout(GRACE);
    graceOver = grace;
    CompletableFuture<Void> unused = grace.thenRun(byForce);
  }

  void cancel() {
    timeOver.cancel(false);
    CompletableFuture<Void> grace = graceOver;
    if (grace != null) {
      grace.cancel(false);
    }
  }
}
