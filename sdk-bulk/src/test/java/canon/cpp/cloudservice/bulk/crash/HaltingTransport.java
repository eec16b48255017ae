package canon.cpp.cloudservice.bulk.crash;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A transport that halts the JVM when a number of responses was received. */
final class HaltingTransport implements HttpTransport {
  private final HttpTransport transport = HttpTransport.jdk().build();
  private final AtomicLong left;

  HaltingTransport(long responses) {
    left = new AtomicLong(responses);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    return received(transport.send(request));
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    return transport.sendAsync(request).thenApply(this::received);
  }

  private HttpResponse received(HttpResponse response) {
    if (left.decrementAndGet() <= 0) {
      Runtime.getRuntime().halt(CrashingProgram.HALTED);
    }
    return response;
  }

  @Override
  public void close() {
    transport.close();
  }
}
