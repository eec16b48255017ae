package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A reply to one request that waits until the test releases it. */
public final class HeldReply implements Reply {
  private final CompletableFuture<HttpRequest> arrival = new CompletableFuture<>();
  private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();

  @Override
  public CompletableFuture<HttpResponse> to(HttpRequest request) {
    arrival.complete(request);
    return answer;
  }

  /** Waits until the request is in flight. */
  public HeldReply awaitRequest() {
    HttpRequest unused = arrival.join();
    return this;
  }

  /** Completes the response, on this thread. */
  public void release(Reply reply) {
    CompletableFuture<HttpResponse> unused =
        reply
            .to(arrival.join())
            .whenComplete(
                (response, failure) -> {
                  if (failure == null) {
                    answer.complete(response);
                  } else {
                    answer.completeExceptionally(failure);
                  }
                });
  }

  /** Waits until the call abandons the exchange, which may be after the call has completed. */
  public void awaitCancellation() {
    Threads.await(answer::isCancelled);
  }
}
