package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.errors.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Works through rows once. One thread decides everything; responses and timers put events into its
 * queue. A row that was throttled or failed goes back and is sent again under the same key.
 */
final class Pass {
  /** So many failures in a row, without a success of any row, look like a network that is down. */
  private static final int FAILURES_THAT_CLOSE_THE_GATE = 5;

  private static final int MAX_FAILURES_OF_A_ROW = 5;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);

  private final RowOperation operation;
  private final RowAction action;
  private final JobStore store;
  private final JobSettings settings;
  private final Tally tally;
  private final Events events;
  private final Pacing pacing;
  private final WorkQueue queue;
  private int failuresInARow;

  Pass(
      RowOperation operation,
      RowAction action,
      JobStore store,
      JobSettings settings,
      Tally tally,
      RowSource source) {
    this.operation = operation;
    this.action = action;
    this.store = store;
    this.settings = settings;
    this.tally = tally;
    this.events = new Events(settings.timer());
    this.pacing = new Pacing(settings, store, events::after);
    this.queue = new WorkQueue(source, store, settings, events::after, action.needsKey());
  }

  /** Runs until all rows have a result or the job stops; returns whether it was interrupted. */
  boolean run() {
    boolean interrupted = false;
    while (true) {
      send();
      tally.report(events.inFlight());
      if (events.inFlight() == 0 && (tally.isStopped() || queue.isDone())) {
        break;
      }
      try {
        events.handle();
      } catch (InterruptedException e) {
        if (interrupted) {
          // The second time: leave at once. The journal knows what is in flight.
          break;
        }
        interrupted = true;
        tally.stop(StopReason.CANCELLED);
      }
    }
    if (!store.isShared()) {
      queue.drain().forEach(this::giveUp);
    }
    return interrupted;
  }

  private void send() {
    while (!tally.isStopped() && pacing.maySend(events.inFlight())) {
      Work work = queue.next();
      if (work == null) {
        return;
      }
      if (work.isKeyUseless(store.account(), now())) {
        read(work);
      } else {
        start(work);
      }
    }
  }

  private void start(Work work) {
    int epoch = pacing.sent();
    await(
        action.start(work),
        result -> {
          succeeded();
          NextStep next = result.next();
          if (next == null) {
            finish(work, result);
          } else {
            work.applied(next);
            queue.addFirst(work);
          }
        },
        failure -> failed(work, failure, epoch));
  }

  /** Decides by the state of the site, because the key of the row does not protect it any more. */
  private void read(Work work) {
    int epoch = pacing.sent();
    await(
        operation.readAgain(work.row()),
        result -> {
          succeeded();
          if (result.result() != ItemResult.NOT_TRIED) {
            finish(work, result);
          } else if (work.mayStillBeApplied(store.account(), now())) {
            finish(work, RowResult.of(ItemResult.UNKNOWN, null));
          } else {
            queue.prepareAnew(work);
          }
        },
        failure -> failed(work, failure, epoch));
  }

  private <T> void await(
      CompletableFuture<T> call, Consumer<T> onResult, Consumer<Failure> onFailure) {
    events.await(call, onResult, thrown -> onFailure.accept(Failure.of(thrown)));
  }

  private void succeeded() {
    failuresInARow = 0;
    pacing.succeeded();
  }

  private void finish(Work work, RowResult result) {
    RowTarget target = result.target();
    JobRow row = target == null ? work.row() : work.row().with(target);
    tally.finished(row, work.item(result.result(), null, result.message(), result.requestId()));
  }

  private void failed(Work work, Failure failure, int epoch) {
    StopReason fatal = failure.fatal();
    RejectedException rejection = failure.rejection();
    if (fatal != null) {
      work.note(failure);
      queue.addFirst(work);
      tally.stop(fatal);
    } else if (failure.isThrottled()) {
      work.note(failure);
      queue.addFirst(work);
      stopIf(pacing.throttled(epoch, failure), StopReason.THROTTLED);
    } else if (rejection != null) {
      succeeded();
      tally.finished(
          work.row(),
          work.item(
              work.next() == null ? action.rejected(rejection.code()) : ItemResult.PARTLY,
              rejection.code(),
              failure.message(),
              failure.requestId()));
    } else {
      work.failed(failure);
      tryAgain(work, epoch);
    }
  }

  private void tryAgain(Work work, int epoch) {
    if (++failuresInARow >= FAILURES_THAT_CLOSE_THE_GATE) {
      stopIf(pacing.failing(epoch), StopReason.UNREACHABLE);
    }
    if (work.failures() >= MAX_FAILURES_OF_A_ROW) {
      giveUp(work);
      return;
    }
    queue.addLater(work);
    Duration backoff = FIRST_BACKOFF.multipliedBy(1L << (work.failures() - 1));
    events.after(backoff, () -> queue.release(work));
  }

  private void giveUp(Work work) {
    BulkItem item = work.giveUp();
    tally.finished(work.row(), item);
  }

  private void stopIf(boolean exhausted, StopReason reason) {
    if (exhausted) {
      tally.stop(reason);
    }
  }

  private Instant now() {
    return settings.clock.instant();
  }
}
