package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one execution. The call may end while one is under way, and from another thread,
 * so what was sent and what is told of it is decided here, one thread at a time.
 */
public final class AttemptLog {
  private final Deadline deadline;
  private final List<Attempt> ended = new ArrayList<>();
  private @Nullable Duration started;
  private boolean closed;

  public AttemptLog(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Begins an attempt; false if the call has ended, and nothing may be sent any more. */
  public synchronized boolean begin() {
    if (!closed) {
      started = deadline.elapsed();
    }
    return !closed;
  }

  /** Ends the attempt that is under way with an answer; null if none is under way. */
  public synchronized @Nullable Attempt answered(
      String result, Outcome outcome, HttpResponse response) {
    String requestId = response.headers().first("X-Request-Id").orElse(null);
    return end(result, outcome, response.status(), requestId);
  }

  /** Ends the attempt that is under way without an answer; null if none is under way. */
  public synchronized @Nullable Attempt unanswered(String result, Outcome outcome) {
    return end(result, outcome, null, null);
  }

  /** Ends the attempt that is under way, of which nobody will know more, and allows no other. */
  public synchronized @Nullable Attempt close(String result) {
    closed = true;
    return end(result, Outcome.UNKNOWN, null, null);
  }

  private @Nullable Attempt end(
      String result, Outcome outcome, @Nullable Integer status, @Nullable String requestId) {
    if (started == null) {
      return null;
    }
    Duration took = deadline.elapsed().minus(started);
    Attempt attempt = new Attempt(result, outcome, took, status, requestId);
    ended.add(attempt);
    started = null;
    return attempt;
  }

  /** Adds an attempt that somebody else made for the call. */
  public synchronized void add(Attempt attempt) {
    ended.add(attempt);
  }

  public synchronized int size() {
    return ended.size();
  }

  public synchronized List<Attempt> soFar() {
    return new ArrayList<>(ended);
  }
}
