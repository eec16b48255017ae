package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlockingSendsTest {
  /** More than there are threads. */
  private static final int CALLS = 70;

  @Test
  void callsForWhichNoThreadIsFreeAreSentToo() throws Exception {
    AtomicInteger arrived = new AtomicInteger();
    CompletableFuture<Void> all = new CompletableFuture<>();
    try (SocketServer server =
            SocketServer.clear(
                request -> {
                  if (arrived.incrementAndGet() == CALLS) {
                    all.complete(null);
                  }
                  all.join();
                  request.respond(200, "well");
                });
        HttpTransport transport = TransportCase.JDK_ASYNC_IN_THREADS.open()) {
      HttpRequest request = HttpRequest.of("GET", server.uri("/"), Duration.ofSeconds(50));
      List<CompletableFuture<HttpResponse>> calls =
          Stream.generate(() -> transport.sendAsync(request)).limit(CALLS).toList();

      for (CompletableFuture<HttpResponse> call : calls) {
        assertThat(call.get().status()).isEqualTo(200);
      }
    }
  }
}
