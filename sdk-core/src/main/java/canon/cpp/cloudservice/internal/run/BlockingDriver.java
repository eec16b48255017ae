package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.run.Step.Again;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Executes a call in the caller's thread. */
final class BlockingDriver<T> {
  private final ClientContext client;
  private final Execution<T> execution;

  BlockingDriver(ClientContext client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  T run() {
    try {
      T value = work();
      execution.end(null);
      return value;
    } catch (RuntimeException | Error e) {
      execution.end(e);
      throw e;
    }
  }

  private T work() {
    Waiter waiter = client.life().enter();
    try {
      while (true) {
        Step<T> step = attempt();
        if (step instanceof Done<T> done) {
          if (done.signsOut()) {
            execution.forgetAccount();
          }
          return done.value();
        } else if (step instanceof Failed<T> failed) {
          throw failed.exception();
        } else if (step instanceof Again<T> again && !again.pause().isZero()) {
          pause(again.pause());
        }
      }
    } catch (InterruptedException e) {
      if (waiter.leave()) {
        throw execution.clientClosed(e);
      }
      Thread.currentThread().interrupt();
      throw execution.interrupted(e);
    } finally {
      boolean unused = waiter.leave();
    }
  }

  private Step<T> attempt() throws InterruptedException {
    HttpRequest request = execution.begin(token());
    HttpResponse response;
    try {
      response = client.transport().send(request);
    } catch (RuntimeException e) {
      return execution.unanswered(e);
    }
    return execution.answered(response);
  }

  private AccessToken token() throws InterruptedException {
    TokenRequest request = execution.tokenRequest();
    AccessToken ready = execution.readyToken(request);
    if (ready != null) {
      return ready;
    }
    CompletableFuture<Void> alarm = client.timer().timeout(request.timeLeft());
    try {
      return await(execution.fetchToken(request), alarm);
    } finally {
      alarm.cancel(false);
    }
  }

  private AccessToken await(CompletableFuture<AccessToken> token, CompletableFuture<Void> alarm)
      throws InterruptedException {
    try {
      Object unused = CompletableFuture.anyOf(token, alarm).get();
      if (token.isDone()) {
        return token.get();
      }
      throw execution.outOfTime();
    } catch (ExecutionException e) {
      throw execution.noToken(e.getCause() == null ? e : e.getCause());
    } finally {
      token.cancel(false);
    }
  }

  private void pause(Duration duration) throws InterruptedException {
    CompletableFuture<Void> over = client.timer().pause(duration);
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The timer failed", e);
    } finally {
      over.cancel(false);
    }
  }
}
