package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one execution. The call may end while one is under way, and from another thread,
 * so what was sent and what is told of it is decided here, one thread at a time.
 */
final class AttemptLog {
  private final Deadline deadline;
  private final List<Attempt> ended = new ArrayList<>();
  private @Nullable Duration started;
  private boolean closed;

  AttemptLog(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Begins an attempt; false if the call has ended, and nothing may be sent any more. */
  synchronized boolean begin() {
    if (!closed) {
      started = deadline.elapsed();
    }
    return !closed;
  }

  /** Ends the attempt that is under way, if one is. */
  synchronized void end(String result, Outcome outcome) {
    if (started != null) {
      ended.add(new Attempt(result, outcome, deadline.elapsed().minus(started)));
      started = null;
    }
  }

  /** Ends the attempt that is under way, of which nobody will know more, and allows no other. */
  synchronized void close(String result) {
    end(result, Outcome.UNKNOWN);
    closed = true;
  }

  synchronized int size() {
    return ended.size();
  }

  synchronized List<Attempt> soFar() {
    return new ArrayList<>(ended);
  }
}
