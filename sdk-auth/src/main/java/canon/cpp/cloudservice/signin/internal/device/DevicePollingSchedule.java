package canon.cpp.cloudservice.signin.internal.device;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * When to poll for a device code (RFC 8628), and until when. For one thread.
 *
 * <pre>{@code
 * DevicePollingSchedule pace = DevicePollingSchedule.start(timer, interval, expiresIn, request.timeLeft(), "Google");
 * while (true) {
 *   pace.await();
 *   IdentityAnswer response = http.post(uri, form, pace.timeLeft());
 *   …
 * }
 * }</pre>
 */
public final class DevicePollingSchedule {
  /** The default interval, and the increment for {@code slow_down}. */
  private static final Duration STEP = Duration.ofSeconds(5);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Timer timer;
  private final String provider;
  private final long start;
  private final Duration expiresIn;
  private final Duration allowed;
  private Duration interval;
  private Duration backOff = Duration.ZERO;

  private DevicePollingSchedule(
      Timer timer, String provider, Duration interval, Duration expiresIn, Duration allowed) {
    this.timer = timer;
    this.provider = provider;
    this.start = timer.nanoTime();
    this.expiresIn = expiresIn;
    this.allowed = allowed;
    this.interval = interval;
  }

  /**
   * Starts now, when the code was received.
   *
   * @param interval the interval of the provider; null or zero means 5 seconds
   * @param expiresIn the lifetime of the code
   * @param timeLeft how long the caller waits
   * @param provider the name of the provider in messages
   */
  public static DevicePollingSchedule start(
      Timer timer,
      @Nullable Duration interval,
      Duration expiresIn,
      Duration timeLeft,
      String provider) {
    Duration asked =
        interval == null || interval.isZero() || interval.isNegative() ? STEP : interval;
    return new DevicePollingSchedule(timer, provider, asked, expiresIn, timeLeft);
  }

  /**
   * Waits until the next poll.
   *
   * @throws AuthenticationException if the code expires before ({@code CODE_EXPIRED}), if the
   *     caller's time ends before ({@code TIMED_OUT}), or if the thread is interrupted ({@code
   *     CANCELLED}, with the interrupt flag set)
   */
  public void await() {
    Duration wait = max(interval, backOff);
    Duration due = elapsed().plus(wait);
    if (due.compareTo(expiresIn) >= 0 && expiresIn.compareTo(allowed) <= 0) {
      throw AuthenticationException.builder(AuthenticationErrorKind.CODE_EXPIRED)
          .provider(provider)
          .build();
    }
    if (due.compareTo(allowed) >= 0) {
      throw AuthenticationException.builder(AuthenticationErrorKind.TIMED_OUT)
          .provider(provider)
          .summary("no user signed in with the device code in time")
          .remedy("Start again with a new code, and allow more time.")
          .build();
    }
    pause(wait);
  }

  /** Notes that the user has not entered the code yet. */
  public void pending() {
    backOff = Duration.ZERO;
  }

  /** Increases the interval ({@code slow_down}). */
  public void slowDown() {
    backOff = Duration.ZERO;
    interval = interval.plus(STEP);
  }

  /**
   * Notes a poll without a usable response. The delay doubles with each, up to a minute.
   *
   * @param retryAfter how long the provider asks to wait, or null
   */
  public void failed(@Nullable Duration retryAfter) {
    Duration doubled = max(interval, backOff).multipliedBy(2);
    Duration capped = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    backOff = retryAfter == null ? capped : max(capped, retryAfter);
  }

  /** Returns the timeout of one poll: until the code or the caller's time expires. */
  public Duration timeLeft() {
    Duration end = expiresIn.compareTo(allowed) < 0 ? expiresIn : allowed;
    return max(end.minus(elapsed()), Duration.ofMillis(1));
  }

  private Duration elapsed() {
    return Duration.ofNanos(timer.nanoTime() - start);
  }

  private void pause(Duration wait) {
    CompletableFuture<Void> over = timer.pause(wait);
    try {
      if (Thread.interrupted()) {
        // A delay of zero does not check the interrupt flag.
        throw new InterruptedException();
      }
      Object unused = over.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AuthenticationException.builder(AuthenticationErrorKind.CANCELLED)
          .provider(provider)
          .summary("the sign-in was interrupted")
          .cause(e)
          .build();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The timer failed", e);
    } finally {
      over.cancel(false);
    }
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
