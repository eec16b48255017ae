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
    this.concurrency = new Concurrency(settings.maxConcurrency);
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
    close(gate.epoch(), delay);
    open(delay);
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
   * @param failure what the service has answered; only a rate limit slows the job down for longer
   * @return whether the gate has closed too often without a success between
   */
  boolean throttled(int epoch, Failure failure) {
    Duration delay = close(epoch, failure.retryAfter());
    if (delay != null) {
      if (failure.isRateLimited()) {
        rate.throttled(now(), delay);
      }
      store.throttled(delay);
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
