package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.http.UnsentInterrupt;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import canon.cpp.cloudservice.internal.run.Step.Retry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** Executes a call on the caller's thread, on which its listeners are notified too. */
final class BlockingDriver<T> {
  private final ClientContext client;
  private final Execution<T> execution;

  BlockingDriver(ClientContext client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  T run() {
    try {
      execution.deliverEvents();
      T value = untilDone();
      execution.end(null);
      return value;
    } catch (RuntimeException | Error e) {
      execution.end(e);
      throw e;
    } finally {
      execution.deliverEvents();
    }
  }

  private T untilDone() {
    Waiter waiter = client.lifecycle().enter();
    try {
      while (true) {
        Step<T> step = attempt();
        execution.deliverEvents();
        if (step instanceof Done<T> done) {
          if (done.endsSession()) {
            forgetAccount();
          }
          return done.value();
        } else if (step instanceof Failed<T> failed) {
          throw failed.exception();
        } else if (step instanceof Retry<T> retry && !retry.delay().isZero()) {
          delay(retry.delay());
        }
      }
    } catch (InterruptedException e) {
      if (waiter.leaveInterrupted()) {
        throw execution.clientClosed(e);
      }
      Thread.currentThread().interrupt();
      throw execution.interrupted(e);
    } finally {
      boolean unused = waiter.leave();
    }
  }

  private Step<T> attempt() throws InterruptedException {
    execution.start(token());
    execution.deliverEvents();
    HttpRequest request = execution.request();
    HttpResponse response;
    try {
      response = client.transport().send(request);
    } catch (InterruptedException e) {
      if (UnsentInterrupt.is(e)) {
        execution.unsent(execution.attempt());
      }
      throw e;
    } catch (RuntimeException e) {
      return execution.failed(e);
    }
    return execution.received(response);
  }

  private AccessToken token() throws InterruptedException {
    TokenRequest request = execution.tokenRequest();
    AccessToken ready = execution.readyToken(request);
    if (ready != null) {
      return ready;
    }
    // Started first: the time that the provider takes counts from here.
    CompletableFuture<Void> timeout = client.timer().timeout(request.timeLeft());
    try {
      AccessToken token =
          Futures.get(execution.fetchToken(request), timeout, execution::deadlineExceeded);
      execution.tokenFetched(null);
      return token;
    } catch (ExecutionException e) {
      Throwable failure = Futures.cause(e);
      execution.tokenFetched(failure);
      throw execution.noToken(failure);
    } finally {
      timeout.cancel(false);
    }
  }

  private void delay(Duration duration) throws InterruptedException {
    CompletableFuture<Void> over = client.timer().pause(duration);
    try {
      Void unused = Futures.get(over);
    } finally {
      over.cancel(false);
    }
  }

  /**
   * Waits until the token provider has forgotten the account, but not beyond the deadline. The call
   * has succeeded, so nothing that happens here makes it fail.
   */
  private void forgetAccount() {
    CompletableFuture<Void> timeout = client.timer().timeout(execution.remaining());
    try {
      CompletableFuture<Void> forgotten =
          CompletableFuture.runAsync(execution::forgetAccount, client.tokenExecutor());
      Object unused = CompletableFuture.anyOf(forgotten, timeout).get();
    } catch (RejectedExecutionException e) {
      execution.forgetAccount();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The timer failed", e);
    } finally {
      timeout.cancel(false);
    }
  }
}
