package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.concurrent.CompletableFuture;

/** Returns the same response to every request. */
record CannedTransport(HttpResponse answer) implements HttpTransport {
  @Override
  public HttpResponse send(HttpRequest request) {
    return answer;
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return CompletableFuture.completedFuture(answer);
  }

  @Override
  public void close() {}
}
