package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.run.Step.Again;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes a call without blocking. Each stage begins on the client's executor when the one before
 * has ended; when the call has ended, because it was cancelled or ran out of time, none begins.
 */
final class AsyncDriver<T> {
  private final ClientContext client;
  private final Execution<T> execution;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicBoolean concluded = new AtomicBoolean();
  private volatile @Nullable CompletableFuture<?> stage;
  private volatile @Nullable Done<T> succeeded;

  AsyncDriver(ClientContext client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  CompletableFuture<T> start() {
    Runnable closing = () -> fail(execution::clientClosed);
    CompletableFuture<Void> alarm = client.timer().timeout(execution.deadline().allowed());
    CompletableFuture<Void> unusedAlarm = alarm.thenRun(() -> fail(execution::outOfTime));
    CompletableFuture<T> unusedEnd =
        result.whenComplete(
            (value, failure) -> {
              execution.end(failure);
              client.life().remove(closing);
              alarm.cancel(false);
              stopStage();
            });
    client.life().add(closing);
    next(this::attempt);
    return result;
  }

  private void attempt() {
    TokenRequest request = execution.tokenRequest();
    AccessToken ready = execution.readyToken(request);
    if (ready != null) {
      send(ready);
    } else {
      after(
          execution.fetchToken(request),
          this::send,
          failure -> conclude(execution.noToken(failure)));
    }
  }

  private void send(AccessToken token) {
    HttpRequest request = execution.begin(token);
    CompletableFuture<HttpResponse> answer;
    try {
      answer = client.transport().sendAsync(request);
    } catch (RuntimeException e) {
      act(execution.unanswered(e));
      return;
    }
    after(
        answer,
        response -> act(execution.answered(response)),
        failure -> act(execution.unanswered(failure)));
  }

  private void act(Step<T> step) {
    if (step instanceof Done<T> done) {
      succeed(done);
    } else if (step instanceof Failed<T> failed) {
      conclude(failed.exception());
    } else if (step instanceof Again<T> again) {
      pause(again.pause());
    }
  }

  /**
   * What has succeeded stays so, however long the token provider takes to forget. Whoever waits is
   * told in time; the forgetting goes on.
   */
  private void succeed(Done<T> done) {
    if (!done.signsOut()) {
      conclude(done);
      return;
    }
    succeeded = done;
    try {
      client
          .tokenExecutor()
          .execute(
              () -> {
                execution.forgetAccount();
                next(() -> conclude(done));
              });
    } catch (RejectedExecutionException e) {
      execution.forgetAccount();
      conclude(done);
    }
  }

  private void conclude(Done<T> done) {
    if (concluded.compareAndSet(false, true)) {
      execution.end(null);
      result.complete(done.value());
    }
  }

  /** Listeners hear of the end before whoever waits for it does. */
  private void conclude(Throwable failure) {
    if (concluded.compareAndSet(false, true)) {
      execution.end(failure);
      result.completeExceptionally(failure);
    }
  }

  private void pause(Duration duration) {
    if (duration.isZero()) {
      attempt();
    } else {
      after(client.timer().pause(duration), over -> attempt(), this::conclude);
    }
  }

  private <V extends @Nullable Object> void after(
      CompletableFuture<V> awaited, Consumer<V> onValue, Consumer<Throwable> onFailure) {
    stage = awaited;
    if (result.isDone()) {
      stopStage();
    }
    CompletableFuture<V> unused =
        awaited.whenComplete(
            (value, failure) ->
                next(
                    () -> {
                      if (failure == null) {
                        onValue.accept(value);
                      } else {
                        onFailure.accept(Futures.cause(failure));
                      }
                    }));
  }

  private void concludeUnlessSucceeded(Supplier<? extends Throwable> failure) {
    Done<T> done = succeeded;
    if (done == null) {
      conclude(failure.get());
    } else {
      conclude(done);
    }
  }

  private void fail(Supplier<? extends Throwable> failure) {
    next(() -> concludeUnlessSucceeded(failure));
  }

  /**
   * Does what comes next, on the executor. If that rejects, the call ends here and now: there is no
   * other thread to say so, and otherwise nobody would ever hear of it.
   */
  private void next(Runnable work) {
    try {
      client.executor().execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      guarded(() -> concludeUnlessSucceeded(() -> execution.noThread(e)));
    }
  }

  private void guarded(Runnable work) {
    if (!result.isDone()) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        conclude(e);
      }
    }
  }

  private void stopStage() {
    CompletableFuture<?> running = stage;
    if (running != null) {
      running.cancel(true);
    }
  }
}
