package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.internal.run.Step.Again;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Executes a call without blocking. Each stage begins on the client's executor when the one before
 * has ended; when the call has ended, because it was cancelled or ran out of time, none begins.
 */
final class AsyncDriver<T> {
  private final ClientParts client;
  private final Execution<T> execution;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> stage;

  AsyncDriver(ClientParts client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  CompletableFuture<T> start() {
    CompletableFuture<Void> alarm = client.timer().timeout(execution.deadline().left());
    CompletableFuture<Void> unusedAlarm =
        alarm.thenRunAsync(
            () -> result.completeExceptionally(execution.outOfTime()), client.executor());
    CompletableFuture<T> unusedEnd =
        result.whenComplete(
            (value, failure) -> {
              alarm.cancel(false);
              stopStage();
            });
    client.executor().execute(this::attempt);
    return result;
  }

  private void attempt() {
    AccessToken ready = execution.identity().readyToken();
    if (ready != null) {
      guarded(() -> send(ready));
    } else {
      after(
          execution.identity().fetch(execution.tokenRequest(), client.executor()),
          this::send,
          failure -> result.completeExceptionally(execution.noToken(failure)));
    }
  }

  private void send(AccessToken token) {
    after(
        client.transport().sendAsync(execution.begin(token)),
        response -> act(execution.answered(response)),
        failure -> act(execution.unanswered(failure)));
  }

  private void act(Step<T> step) {
    if (step instanceof Done<T> done) {
      result.complete(done.value());
    } else if (step instanceof Failed<T> failed) {
      result.completeExceptionally(failed.exception());
    } else if (step instanceof Again<T> again) {
      after(
          client.timer().pause(again.pause()),
          over -> attempt(),
          failure -> result.completeExceptionally(failure));
    }
  }

  private <V extends @Nullable Object> void after(
      CompletableFuture<V> next, Consumer<V> onValue, Consumer<Throwable> onFailure) {
    stage = next;
    if (result.isDone()) {
      stopStage();
    }
    CompletableFuture<V> unused =
        next.whenCompleteAsync(
            (value, failure) ->
                guarded(
                    () -> {
                      if (failure == null) {
                        onValue.accept(value);
                      } else {
                        onFailure.accept(unwrap(failure));
                      }
                    }),
            client.executor());
  }

  private void guarded(Runnable work) {
    if (!result.isDone()) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }
  }

  private void stopStage() {
    CompletableFuture<?> running = stage;
    if (running != null) {
      running.cancel(true);
    }
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
