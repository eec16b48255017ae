package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.run.Step.Again;
import canon.cpp.cloudservice.internal.run.Step.Done;
import canon.cpp.cloudservice.internal.run.Step.Failed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Executes a call in the caller's thread. */
final class BlockingDriver<T> {
  private final ClientParts client;
  private final Execution<T> execution;

  BlockingDriver(ClientParts client, Execution<T> execution) {
    this.client = client;
    this.execution = execution;
  }

  T run() {
    try {
      while (true) {
        Step<T> step = attempt();
        if (step instanceof Done<T> done) {
          return done.value();
        } else if (step instanceof Failed<T> failed) {
          throw failed.exception();
        } else if (step instanceof Again<T> again && !again.pause().isZero()) {
          client.timer().pause(again.pause()).get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw execution.interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The timer failed", e);
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
    AccessToken ready = execution.identity().readyToken();
    if (ready != null) {
      return ready;
    }
    CompletableFuture<AccessToken> token =
        execution.identity().fetch(execution.tokenRequest(), client.executor());
    CompletableFuture<Void> alarm = client.timer().timeout(execution.deadline().left());
    try {
      CompletableFuture.anyOf(token, alarm).get();
    } catch (ExecutionException e) {
      throw execution.noToken(e.getCause() == null ? e : e.getCause());
    } finally {
      alarm.cancel(false);
    }
    if (!token.isDone()) {
      throw execution.outOfTime();
    }
    return token.join();
  }
}
