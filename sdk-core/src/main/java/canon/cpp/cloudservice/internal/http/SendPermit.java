package canon.cpp.cloudservice.internal.http;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides whether a request is sent or stopped, when one thread starts to send it and another one
 * ends the exchange.
 */
public final class SendPermit {
  private enum State {
    UNUSED,
    SENT,
    STOPPED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.UNUSED);

  /** Returns whether the request may be sent now; false if the exchange was stopped before. */
  public boolean use() {
    return state.compareAndSet(State.UNUSED, State.SENT) || state.get() == State.SENT;
  }

  /** Notes that the transmission has failed before anything was sent. */
  public void giveBack() {
    state.compareAndSet(State.SENT, State.UNUSED);
  }

  /** Stops the exchange. Returns whether nothing was sent, and nothing will be. */
  public boolean stop() {
    return state.compareAndSet(State.UNUSED, State.STOPPED) || state.get() == State.STOPPED;
  }
}
