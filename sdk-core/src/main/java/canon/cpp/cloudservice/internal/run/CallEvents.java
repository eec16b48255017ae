package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells the client's listeners of one execution. */
public final class CallEvents {
  private final CallListener listeners;
  private final CallInfo call;
  private final Deadline deadline;
  private final AtomicBoolean ended = new AtomicBoolean();

  public CallEvents(CallListener listeners, CallInfo call, Deadline deadline) {
    this.listeners = listeners;
    this.call = call;
    this.deadline = deadline;
    listeners.callStarted(call);
  }

  public String traceparent() {
    return call.traceparent();
  }

  public void tokenFetched(Duration askedAt, @Nullable Throwable failure) {
    listeners.tokenFetched(call, deadline.elapsed().minus(askedAt), failure);
  }

  public void attemptStarted(int number) {
    listeners.attemptStarted(call, number);
  }

  /** Tells of an attempt's end, if there was one. */
  public void attemptEnded(int number, @Nullable Attempt attempt) {
    if (attempt != null) {
      listeners.attemptEnded(call, number, attempt);
    }
  }

  void backoffStarted(Duration pause) {
    listeners.backoffStarted(call, pause);
  }

  public void ended(List<Attempt> attempts, @Nullable Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      listeners.callEnded(call, attempts, deadline.elapsed(), failure);
    }
  }
}
