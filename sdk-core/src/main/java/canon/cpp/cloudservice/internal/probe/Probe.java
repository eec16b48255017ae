package canon.cpp.cloudservice.internal.probe;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes the steps of a {@link ConnectionPath} in one thread, each with a timeout. Sockets have
 * no timeout for a whole step, and name resolution has none at all, so a timer ends a step from
 * outside. The results up to then are kept.
 */
final class Probe implements Runnable {
  private final ConnectionPath path;
  private final Timer timer;
  private final Duration perStep;
  private final long end;
  private final CompletableFuture<Connectivity> result = new CompletableFuture<>();

  private final List<Check> checks = new ArrayList<>();
  private @Nullable CheckKind current;
  private long began;

  Probe(ConnectionPath path, Timer timer, Duration perStep, Duration timeout) {
    this.path = path;
    this.timer = timer;
    this.perStep = perStep;
    this.end = timer.nanoTime() + timeout.toNanos();
    CompletableFuture<Connectivity> unused = result.whenComplete((found, failure) -> path.close());
  }

  CompletableFuture<Connectivity> result() {
    return result;
  }

  /** Fails the probe because the transport is closed. */
  void reject() {
    result.completeExceptionally(
        new HttpTransportException(Reason.CLOSED, false, "the transport is closed", null));
  }

  @Override
  public void run() {
    for (CheckKind kind : ConnectionPath.STEPS) {
      Duration time = begin(kind);
      if (time == null) {
        break;
      }
      CompletableFuture<Void> timeout = timer.timeout(time);
      CompletableFuture<Void> unused = timeout.thenRun(() -> timedOut(kind, time));
      try {
        end(kind, path.execute(kind));
      } catch (RuntimeException e) {
        end(kind, ProbeStepResult.failed("this step failed unexpectedly (" + nameOf(e) + ")", ""));
      } catch (Error e) {
        result.completeExceptionally(e);
        throw e;
      } finally {
        timeout.cancel(false);
      }
    }
    finish();
  }

  /** Returns the timeout of the step; null if the step is pointless or no time is left. */
  private synchronized @Nullable Duration begin(CheckKind kind) {
    Duration left = Duration.ofNanos(end - timer.nanoTime());
    if (result.isDone() || left.isNegative() || hasFailed()) {
      return null;
    }
    current = kind;
    began = timer.nanoTime();
    return perStep.compareTo(left) < 0 ? perStep : left;
  }

  private synchronized void end(CheckKind kind, ProbeStepResult step) {
    if (current == kind) {
      current = null;
      boolean skipped = step.state() == CheckState.SKIPPED;
      Duration took = skipped ? Duration.ZERO : Duration.ofNanos(timer.nanoTime() - began);
      checks.add(new Check(kind, step.state(), took, step.finding(), step.remedy()));
    }
  }

  private void timedOut(CheckKind kind, Duration time) {
    end(kind, path.timedOut(kind, time));
    finish();
  }

  private void finish() {
    Connectivity found;
    synchronized (this) {
      String why =
          hasFailed()
              ? "not reached, because an earlier check failed"
              : "not reached within the timeout";
      for (CheckKind kind :
          ConnectionPath.STEPS.subList(checks.size(), ConnectionPath.STEPS.size())) {
        checks.add(Check.skipped(kind, why, ""));
      }
      found = new Connectivity(checks, path.certificates());
    }
    result.complete(found);
  }

  private boolean hasFailed() {
    return !checks.isEmpty() && checks.get(checks.size() - 1).state() == CheckState.FAILED;
  }

  private static String nameOf(RuntimeException failure) {
    return failure.getClass().getSimpleName();
  }
}
