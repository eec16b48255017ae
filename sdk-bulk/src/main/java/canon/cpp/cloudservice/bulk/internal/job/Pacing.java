package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the next request may be sent: not too many at once, not too fast, and not while closed. */
final class Pacing {
  private final JobSettings settings;
  private final JobStore store;
  private final Alarm alarm;
  private final Concurrency concurrency;
  private final Rate rate;
  private final Gate gate = new Gate();
  private boolean waitsForRate;

  Pacing(JobSettings settings, JobStore store, Alarm alarm) {
    this.settings = settings;
    this.store = store;
    this.alarm = alarm;
    this.concurrency = new Concurrency(settings.maxConcurrency());
    this.rate = new Rate(now());
  }

  /** Tells whether a request may be sent now. If not, an event will come when it may. */
  boolean maySend(int inFlight) {
    if (inFlight >= concurrency.limit() || gate.isClosed()) {
      return false;
    }
    if (isThrottledByOthers()) {
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

  /** Closes the gate if the service has asked another worker to come back later. */
  private boolean isThrottledByOthers() {
    Duration delay = store.throttledByOthers();
    if (delay.isZero()) {
      return false;
    }
    closeFor(gate.epoch(), delay);
    return true;
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
    Duration delay = closeFor(epoch, retryAfter);
    if (delay != null) {
      store.throttled(delay);
    }
    return gate.isExhausted();
  }

  private @Nullable Duration closeFor(int epoch, @Nullable Duration retryAfter) {
    Duration delay = close(epoch, retryAfter);
    if (delay != null) {
      rate.throttled(now(), delay);
      open(delay);
    }
    return delay;
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
