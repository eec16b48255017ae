package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records the attempts of one call, and notifies the listeners of its events.
 *
 * <p>A call may end while an attempt is in flight, and on another thread, so each change of state
 * is made by one thread at a time. Events are queued in the same order. They reach the listeners
 * only in {@link #deliver}, on a thread on which the code of the host may run.
 */
public final class CallMonitor {
  private final ClientObservation observation;
  private final CallInfo call;
  private final Deadline deadline;
  private final List<Attempt> finished = new ArrayList<>(1);

  /** The events to deliver; null if nobody listens. */
  private final @Nullable Queue<Consumer<CallListener>> events;

  private final AtomicInteger deliveries = new AtomicInteger();
  private boolean inFlight;
  private long startedAt;
  private boolean sent;
  private boolean closed;
  private boolean ended;

  public CallMonitor(ClientObservation observation, CallInfo call, Deadline deadline) {
    this.observation = observation;
    this.call = call;
    this.deadline = deadline;
    this.events = observation.isObserved() ? new ConcurrentLinkedQueue<>() : null;
    add(listener -> listener.callStarted(call));
  }

  private void add(Consumer<CallListener> event) {
    if (events != null) {
      events.add(event);
    }
  }

  public String traceparent() {
    return call.traceparent();
  }

  /** Notes that the token provider has returned or failed. */
  public void tokenFetched(Duration requestedAt, @Nullable Throwable failure) {
    Duration took = deadline.elapsed().minus(requestedAt);
    add(listener -> listener.tokenFetched(call, took, failure));
  }

  /** Starts an attempt. Returns false if the call has ended, and nothing may be sent any more. */
  public synchronized boolean start() {
    if (!closed) {
      inFlight = true;
      startedAt = deadline.elapsedNanos();
      sent = false;
      int number = finished.size() + 1;
      add(listener -> listener.attemptStarted(call, number));
    }
    return !closed;
  }

  /** Notes that the request of the attempt is being sent. Returns false if the call has ended. */
  public synchronized boolean send() {
    sent = true;
    return !closed;
  }

  /** Notes that the request of an attempt in flight is not sent, and will not be. */
  public synchronized void unsent(int number) {
    if (inFlight && number == finished.size() + 1) {
      sent = false;
    }
  }

  /** Ends the attempt in flight, if there is one, with a response. */
  public synchronized void received(
      String result, Outcome outcome, int status, @Nullable String requestId) {
    end(result, outcome, status, requestId);
  }

  /** Ends the attempt in flight, if there is one, without a response. */
  public synchronized void failed(String result, Outcome outcome) {
    end(result, outcome, null, null);
  }

  /** Ends the attempt in flight, whose effect is not known if it was sent, and allows no other. */
  public synchronized void close(String result) {
    endAll(result);
  }

  private void endAll(String result) {
    closed = true;
    end(result, sent ? Outcome.UNKNOWN : Outcome.NOT_SENT, null, null);
  }

  private void end(
      String result, Outcome outcome, @Nullable Integer status, @Nullable String requestId) {
    if (inFlight) {
      inFlight = false;
      Duration took = Duration.ofNanos(deadline.elapsedNanos() - startedAt);
      append(new Attempt(result, outcome, took, status, requestId));
    }
  }

  /** Notes the start of an attempt that another call makes on behalf of this one. */
  public synchronized void addStarted() {
    int number = finished.size() + 1;
    add(listener -> listener.attemptStarted(call, number));
  }

  /** Adds an attempt that another call has made on behalf of this one. */
  public synchronized void add(Attempt attempt) {
    append(attempt);
  }

  private void append(Attempt attempt) {
    finished.add(attempt);
    int number = finished.size();
    add(listener -> listener.attemptEnded(call, number, attempt));
  }

  /** Notes that the call waits before its next attempt. */
  void backoffStarted(Duration backoff) {
    add(listener -> listener.backoffStarted(call, backoff));
  }

  /** Notes the end of the call, once. No further attempt is allowed. */
  public synchronized void end(@Nullable Throwable failure) {
    if (!ended) {
      ended = true;
      endAll("abandoned");
      if (events != null) {
        List<Attempt> attempts = List.copyOf(finished);
        Duration took = deadline.elapsed();
        add(listener -> listener.callEnded(call, attempts, took, failure));
      }
    }
  }

  /** Returns the attempts that have ended. */
  public synchronized List<Attempt> attempts() {
    return new ArrayList<>(finished);
  }

  public synchronized int count() {
    return finished.size();
  }

  /**
   * Notifies the listeners of the queued events. If another thread is doing so, that thread
   * delivers these events too, because listeners receive the events of a call one at a time and in
   * order.
   */
  public void deliver() {
    if (events != null && deliveries.getAndIncrement() == 0) {
      int seen;
      do {
        seen = deliveries.get();
        for (Consumer<CallListener> event = events.poll(); event != null; event = events.poll()) {
          observation.notifyListeners(event);
        }
      } while (deliveries.addAndGet(-seen) != 0);
    }
  }
}
