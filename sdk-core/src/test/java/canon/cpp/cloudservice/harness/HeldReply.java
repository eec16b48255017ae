package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A reply that waits until the test lets it go. For one request. */
public final class HeldReply implements Reply {
  private final CompletableFuture<HttpRequest> arrival = new CompletableFuture<>();
  private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();

  @Override
  public CompletableFuture<HttpResponse> to(HttpRequest request) {
    arrival.complete(request);
    return answer;
  }

  /** Waits until the request is under way. */
  public HeldReply awaitRequest() {
    HttpRequest unused = arrival.join();
    return this;
  }

  /** Lets the answer go, in this thread. */
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

  /** Whether the call has given the exchange up. */
  public boolean isCancelled() {
    return answer.isCancelled();
  }
}
