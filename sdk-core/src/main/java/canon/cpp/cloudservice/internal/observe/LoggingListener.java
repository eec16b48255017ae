package canon.cpp.cloudservice.internal.observe;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.internal.values.Printable;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line for each call at DEBUG, and its steps at TRACE. */
final class LoggingListener implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.calls");

  /** Returns whether anything is logged. */
  static boolean isEnabled() {
    return LOG.isDebugEnabled();
  }

  @Override
  public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
    LOG.trace(
        "{}: token {} after {} ms",
        call.operation(),
        failure == null ? "obtained" : "not obtained",
        took.toMillis());
  }

  @Override
  public void attemptEnded(CallInfo call, int number, Attempt attempt) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "{}: attempt {} ended after {} ms: {}, request {}",
          call.operation(),
          number,
          attempt.duration().toMillis(),
          attempt.result(),
          attempt.requestId() == null ? "none" : Printable.cut(attempt.requestId()));
    }
  }

  @Override
  public void backoffStarted(CallInfo call, Duration pause) {
    LOG.trace("{}: waiting for {} ms before the next attempt", call.operation(), pause.toMillis());
  }

  @Override
  public void callEnded(
      CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
    if (LOG.isDebugEnabled()) {
      Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
      LOG.debug(
          "{} ({}) {} after {} ms: status {}, attempts {}, request {}, trace {}",
          call.operation(),
          call.target(),
          failure == null ? "succeeded" : "failed with " + failure.getClass().getSimpleName(),
          took.toMillis(),
          last == null || last.status() == null ? "none" : last.status(),
          attempts.size(),
          last == null || last.requestId() == null ? "none" : Printable.cut(last.requestId()),
          call.traceparent());
    }
  }
}
