package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.http.ExchangeFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request in the thread that runs this. An interrupt of that thread aborts the exchange.
 */
final class BlockingSend implements Runnable {
  private final JdkCall call;
  private final Runnable onEnd;
  private final ExchangeFuture response;
  private final InterruptibleThreads threads = new InterruptibleThreads();

  /**
   * Creates a task.
   *
   * @param onEnd runs before the response or the failure is known
   */
  BlockingSend(JdkCall call, Runnable onEnd) {
    this.call = call;
    this.onEnd = onEnd;
    this.response = new ExchangeFuture(call::stopBeforeSending);
    CompletableFuture<HttpResponse> unused =
        response.whenComplete((value, failure) -> threads.interruptAll());
  }

  CompletableFuture<HttpResponse> response() {
    return response;
  }

  @Override
  public void run() {
    HttpResponse received = null;
    Throwable failure = null;
    Waiter waiter = threads.enter();
    try {
      if (!response.isDone()) {
        received = new BlockingJdkCall(call).send();
      }
    } catch (InterruptedException e) {
      boolean unused = waiter.leaveInterrupted();
      failure = e;
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      boolean unused = waiter.leave();
      onEnd.run();
    }
    end(received, failure);
  }

  private void end(@Nullable HttpResponse received, @Nullable Throwable failure) {
    if (failure != null) {
      response.completeExceptionally(failure);
    } else {
      response.complete(received);
    }
  }
}
