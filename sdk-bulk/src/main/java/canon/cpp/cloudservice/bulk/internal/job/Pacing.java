package canon.cpp.cloudservice.bulk.internal.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the next request may be sent: not too many at once, not too fast, and not while closed. */
final class Pacing {
  private final JobSettings settings;
  private final Alarm alarm;
  private final Concurrency concurrency;
  private final Rate rate;
  private final Gate gate = new Gate();
  private boolean waitsForRate;

  /** Lets the thread of the job do something after a delay. */
  interface Alarm {
    void after(Duration delay, Runnable event);
  }

  Pacing(JobSettings settings, Alarm alarm) {
    this.settings = settings;
    this.alarm = alarm;
    this.concurrency = new Concurrency(settings.maxConcurrency());
    this.rate = new Rate(now());
  }

  /** Tells whether a request may be sent now. If not, an event will come when it may. */
  boolean maySend(int inFlight) {
    if (inFlight >= concurrency.limit() || gate.isClosed()) {
      return false;
    }
    Duration wait = rate.untilNext(now());
    if (wait.isZero()) {
      return true;
    }
    if (!waitsForRate) {
      waitsForRate = true;
      alarm.after(wait, () -> waitsForRate = false);
    }
    return false;
  }

  /** Notes a request, and returns the epoch in which it is sent. */
  int sent() {
    rate.sent(now());
    return gate.epoch();
  }

  void succeeded() {
    concurrency.succeeded();
    rate.accepted();
    gate.succeeded();
  }

  /**
   * Closes the gate because the service asks to come back later.
   *
   * @param epoch when the request was sent
   * @param retryAfter how long the service asks to wait; null if it does not say
   * @return whether the gate has closed too often without a success between
   */
  boolean throttled(int epoch, @Nullable Duration retryAfter) {
    Duration delay = close(epoch, retryAfter);
    if (delay != null) {
      rate.throttled(now(), delay);
      open(delay);
    }
    return gate.isExhausted();
  }

  /** Closes the gate because requests fail one after the other; returns as {@link #throttled}. */
  boolean failing(int epoch) {
    Duration delay = close(epoch, null);
    if (delay != null) {
      open(delay);
    }
    return gate.isExhausted();
  }

  private @Nullable Duration close(int epoch, @Nullable Duration retryAfter) {
    Duration delay = gate.close(epoch, retryAfter);
    if (delay != null) {
      concurrency.throttled();
    }
    return delay;
  }

  private void open(Duration delay) {
    alarm.after(delay, gate::open);
  }

  private long now() {
    return settings.timer().nanoTime();
  }
}
