package canon.cpp.cloudservice.signin.google;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A transport that reports each request before it sends it. */
record SpyTransport(HttpTransport network, Consumer<HttpRequest> spy) implements HttpTransport {

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    spy.accept(request);
    return network.send(request);
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    spy.accept(request);
    return network.sendAsync(request);
  }

  @Override
  public void close() {
    network.close();
  }
}
