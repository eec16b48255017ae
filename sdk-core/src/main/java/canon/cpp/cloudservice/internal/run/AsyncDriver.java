package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.http.ExchangeFuture;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import canon.cpp.cloudservice.internal.run.Step.Retry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes a call without blocking. Each stage starts on the client's executor when the previous
 * one has ended, and notifies the listeners there.
 *
 * <p>The executor, the listeners and the continuations of the future belong to the host, and may
 * block or fail. So the deadline and the closing of the client do not depend on them: they complete
 * the future directly, on a thread of the timer, and only then hand the last events to the
 * executor.
 */
final class AsyncDriver<T> {
  private final ClientContext client;
  private final Execution<T> execution;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicReference<@Nullable Ending<T>> ending = new AtomicReference<>();
  private final Runnable onClose = this::clientClosed;
  private @Nullable CompletableFuture<Void> timeout;
  private volatile @Nullable CompletableFuture<?> stage;
  private volatile @Nullable AttemptExchange sending;

  /** How the call ends; whichever thread decides first. */
  private record Ending<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** The exchange of an attempt. */
  private record AttemptExchange(int attempt, ExchangeFuture exchange) {}

  AsyncDriver(ClientContext client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  private void clientClosed() {
    endNow(execution::clientClosed);
  }

  CompletableFuture<T> start() {
    CompletableFuture<Void> deadline = client.timer().timeout(execution.timeout());
    timeout = deadline;
    Futures.whenOver(deadline, () -> endNow(execution::deadlineExceeded));
    CompletableFuture<T> unusedEnd =
        result.whenComplete((value, failure) -> endedByCaller(value, failure));
    client.lifecycle().add(onClose);
    if (ending.get() != null) {
      release();
    }
    proceed(this::begin);
    return result;
  }

  private void begin() {
    execution.deliverEvents();
    attempt();
  }

  private void attempt() {
    TokenRequest request = execution.tokenRequest();
    AccessToken ready = execution.readyToken(request);
    if (ready != null) {
      send(ready);
      return;
    }
    after(
        execution.fetchToken(request),
        token -> {
          execution.tokenFetched(null);
          execution.deliverEvents();
          send(token);
        },
        failure -> {
          execution.tokenFetched(failure);
          finish(null, execution.noToken(failure));
        });
  }

  private void send(AccessToken token) {
    execution.start(token);
    execution.deliverEvents();
    HttpRequest request = execution.request();
    CompletableFuture<HttpResponse> response;
    try {
      response = client.transport().sendAsync(request);
    } catch (RuntimeException e) {
      act(execution.failed(e));
      return;
    }
    if (response instanceof ExchangeFuture exchange) {
      sending = new AttemptExchange(execution.attempt(), exchange);
    }
    after(
        response,
        received -> act(execution.received(received)),
        failure -> act(execution.failed(failure)));
  }

  private void act(Step<T> step) {
    if (step instanceof Done<T> done) {
      succeed(done);
    } else if (step instanceof Failed<T> failed) {
      finish(null, failed.exception());
    } else if (step instanceof Retry<T> retry) {
      execution.deliverEvents();
      if (retry.delay().isZero()) {
        attempt();
      } else {
        after(
            client.timer().pause(retry.delay()),
            over -> attempt(),
            failure -> finish(null, failure));
      }
    }
  }

  /**
   * Ends a call that has succeeded. It stays so, however long the token provider takes to forget
   * the account: at the deadline the caller receives the result.
   */
  private void succeed(Done<T> done) {
    ending.compareAndSet(null, new Ending<>(done.value(), null));
    if (!done.endsSession()) {
      finish(done.value(), null);
      return;
    }
    try {
      client
          .tokenExecutor()
          .execute(
              () -> {
                execution.forgetAccount();
                proceed(() -> finish(done.value(), null));
              });
    } catch (RejectedExecutionException e) {
      execution.forgetAccount();
      finish(done.value(), null);
    }
  }

  /** Ends the call on a thread of the executor. Listeners are notified before the caller. */
  private void finish(@Nullable T value, @Nullable Throwable failure) {
    ending.compareAndSet(null, new Ending<>(value, failure));
    Ending<T> decided = ending.get();
    execution.end(decided == null ? failure : decided.failure());
    execution.deliverEvents();
    complete();
  }

  /** Ends the call on a thread that no code of the host may hold. The caller is notified first. */
  private void endNow(Supplier<? extends Throwable> reason) {
    if (result.isDone()) {
      return;
    }
    if (ending.get() == null) {
      stopBeforeSending();
      ending.compareAndSet(null, new Ending<>(null, reason.get()));
    }
    Ending<T> decided = ending.get();
    if (decided != null) {
      execution.end(decided.failure());
    }
    complete();
    try {
      client.executor().execute(execution::deliverEvents);
    } catch (RuntimeException | Error e) {
      execution.deliverEvents();
    }
  }

  /** A request that is not sent yet, because its connection is still being opened, stays unsent. */
  private void stopBeforeSending() {
    AttemptExchange current = sending;
    if (current != null && current.exchange().stopBeforeSending()) {
      execution.unsent(current.attempt());
    }
  }

  /** Releases what the call holds before the caller's continuations run, because they may block. */
  @SuppressWarnings("NullAway") // The result is null only if its type allows it.
  private void complete() {
    release();
    Ending<T> decided = ending.get();
    if (decided != null && decided.failure() != null) {
      result.completeExceptionally(decided.failure());
    } else if (decided != null) {
      result.complete(decided.value());
    }
  }

  /** Ends the call if the caller has cancelled or completed its future. */
  private void endedByCaller(@Nullable T value, @Nullable Throwable failure) {
    if (ending.compareAndSet(null, new Ending<>(value, failure))) {
      stopBeforeSending();
      execution.end(failure);
      release();
      execution.deliverEvents();
    }
  }

  private void release() {
    client.lifecycle().remove(onClose);
    CompletableFuture<Void> deadline = timeout;
    if (deadline != null) {
      deadline.cancel(false);
    }
    CompletableFuture<?> running = stage;
    if (running != null) {
      running.cancel(true);
    }
  }

  private <V extends @Nullable Object> void after(
      CompletableFuture<V> awaited, Consumer<V> onValue, Consumer<Throwable> onFailure) {
    stage = awaited;
    if (ending.get() != null) {
      awaited.cancel(true);
    }
    CompletableFuture<V> unused =
        awaited.whenComplete(
            (value, failure) -> {
              if (ending.get() == null) {
                proceed(
                    () -> {
                      if (failure == null) {
                        onValue.accept(value);
                      } else {
                        onFailure.accept(Futures.cause(failure));
                      }
                    });
              }
            });
  }

  /** Continues on the executor. If that rejects the task or fails, the call ends at once. */
  private void proceed(Runnable task) {
    try {
      client.executor().execute(() -> guarded(task));
    } catch (RuntimeException | Error e) {
      endNow(() -> execution.executorFailed(e));
    }
  }

  private void guarded(Runnable task) {
    if (!result.isDone()) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        finish(null, e);
      }
    }
  }
}
