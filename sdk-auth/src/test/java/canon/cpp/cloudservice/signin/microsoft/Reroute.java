package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records requests. Sends requests without a port to a server on this machine: msal4j fails for
 * addresses with a port.
 */
final class Reroute implements HttpTransport {
  private final HttpTransport transport;
  private final int port;
  private final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  Reroute(HttpTransport transport, int port) {
    this.transport = transport;
    this.port = port;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    sent.add(request);
    threads.add(Thread.currentThread());
    URI uri = request.uri();
    if (uri.getPort() >= 0 || !"localhost".equals(uri.getHost())) {
      return transport.send(request);
    }
    URI real = URI.create(uri.toString().replaceFirst("localhost", "localhost:" + port));
    HttpRequest led =
        HttpRequest.of(request.method(), real, request.timeout())
            .withHeaders(request.headers())
            .withMaxBodyBytes(request.maxBodyBytes());
    return transport.send(request.body() == null ? led : led.withBody(request.body()));
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    throw new UnsupportedOperationException("Sign-in blocks");
  }

  List<HttpRequest> sent() {
    return sent;
  }

  List<Thread> threads() {
    return threads;
  }

  @Override
  public void close() {
    transport.close();
  }
}
