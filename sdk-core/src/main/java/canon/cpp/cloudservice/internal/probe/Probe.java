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
 * One probe: goes the steps of a {@link ConnectionPath} in a thread of its own, each in its time.
 * Sockets know no time for a whole step, and name resolution none at all, so an alarm ends a step
 * from outside; what was found by then stands.
 */
final class Probe implements Runnable {
  private final ConnectionPath way;
  private final Timer timer;
  private final Duration perStep;
  private final long end;
  private final CompletableFuture<Connectivity> result = new CompletableFuture<>();

  private final List<Check> checks = new ArrayList<>();
  private @Nullable CheckKind current;
  private long began;

  Probe(ConnectionPath way, Timer timer, Duration perStep, Duration timeout) {
    this.way = way;
    this.timer = timer;
    this.perStep = perStep;
    this.end = timer.nanoTime() + timeout.toNanos();
    CompletableFuture<Connectivity> unused = result.whenComplete((found, failure) -> way.close());
  }

  CompletableFuture<Connectivity> result() {
    return result;
  }

  /** The transport is closed. */
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
      CompletableFuture<Void> alarm = timer.timeout(time);
      CompletableFuture<Void> unused = alarm.thenRun(() -> outOfTime(kind, time));
      try {
        end(kind, way.go(kind));
      } catch (RuntimeException e) {
        end(
            kind,
            ProbeStepResult.failed("this step failed in an unknown way (" + nameOf(e) + ")", ""));
      } catch (Error e) {
        result.completeExceptionally(e);
        throw e;
      } finally {
        alarm.cancel(false);
      }
    }
    finish();
  }

  /** How long the step may take; null if there is no use in it, or no time. */
  private synchronized @Nullable Duration begin(CheckKind kind) {
    Duration left = Duration.ofNanos(end - timer.nanoTime());
    if (result.isDone() || left.isNegative() || hasFailed()) {
      return null;
    }
    current = kind;
    began = timer.nanoTime();
    return perStep.compareTo(left) < 0 ? perStep : left;
  }

  private synchronized void end(CheckKind kind, ProbeStepResult verdict) {
    if (current == kind) {
      current = null;
      boolean skipped = verdict.state() == CheckState.SKIPPED;
      Duration took = skipped ? Duration.ZERO : Duration.ofNanos(timer.nanoTime() - began);
      checks.add(new Check(kind, verdict.state(), took, verdict.finding(), verdict.remedy()));
    }
  }

  private void outOfTime(CheckKind kind, Duration time) {
    end(kind, way.tooSlow(kind, time));
    finish();
  }

  private void finish() {
    Connectivity found;
    synchronized (this) {
      String why =
          hasFailed()
              ? "not reached, because of what failed before"
              : "not reached, because the time was over";
      for (CheckKind kind :
          ConnectionPath.STEPS.subList(checks.size(), ConnectionPath.STEPS.size())) {
        checks.add(Check.skipped(kind, why, ""));
      }
      found = new Connectivity(checks, way.certificates());
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
