package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many concurrent requests use few threads. */
abstract class LoadTests extends TransportTests {
  private static final int REQUESTS = 1000;
  private static final int MOST_THREADS = 100;

  LoadTests(KitContext context) {
    super(context);
  }

  @Test
  void aThousandConcurrentRequestsNeedFewThreads() throws Exception {
    var server = server(exchange -> exchange.respond(200, exchange.request().body()));
    var group = new ThreadGroup("load");
    var answers = new CompletableFuture<List<CompletableFuture<HttpResponse>>>();
    var transport = transport();
    new Thread(
            group,
            () -> {
              List<CompletableFuture<HttpResponse>> sent = new ArrayList<>();
              for (int i = 0; i < REQUESTS; i++) {
                var request = HttpRequest.of("POST", server.uri("/"), LONG_TIMEOUT);
                sent.add(transport.sendAsync(request.withBody(bytes("request " + i))));
              }
              answers.complete(sent);
            })
        .start();

    var sent = answers.get(20, TimeUnit.SECONDS);
    int threads = group.activeCount();

    for (int i = 0; i < REQUESTS; i++) {
      assertEquals("request " + i, text(sent.get(i).get(20, TimeUnit.SECONDS)));
    }
    assertTrue(threads <= MOST_THREADS, () -> threads + " threads");
  }
}
