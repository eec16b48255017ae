package canon.cpp.cloudservice.internal.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tested JDKs have the tasks that run at once. */
@Timeout(60)
class ClientTasksTest {
  private static final int CALLS = 20;

  private final ExecutorService pool = Executors.newCachedThreadPool();

  /** The tasks that the selector thread handed to threads of the transport. */
  private final AtomicInteger handedOver = new AtomicInteger();

  private final ClientTasks tasks =
      new ClientTasks(
          task -> {
            if (Thread.currentThread().getName().endsWith("SelectorManager")) {
              handedOver.incrementAndGet();
            }
            pool.execute(task);
          });
  private final HttpClient client = HttpClient.newBuilder().executor(tasks).build();

  @AfterEach
  void stop() {
    pool.shutdown();
  }

  @Test
  void exchangesRunInTheSelectorThread() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      assertThat(handedOverBy(server)).isZero();
    }
  }

  @Test
  void whileAChunkedBodyIsExpectedTheSelectorThreadRunsNoExchange() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.chunkedBodyStarted();
      assertThat(handedOverBy(server)).isGreaterThanOrEqualTo(CALLS);

      tasks.chunkedBodyEnded();
      assertThat(handedOverBy(server)).isZero();
    }
  }

  @Test
  void afterATunnelTheSelectorThreadRunsNoExchange() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.tunnelRequested();

      assertThat(handedOverBy(server)).isGreaterThanOrEqualTo(CALLS);
    }
  }

  @Test
  void anotherThreadThanTheSelectorDoesNotRunTasks() {
    CompletableFuture<Thread> thread = CompletableFuture.supplyAsync(Thread::currentThread, tasks);

    assertThat(thread.join()).isNotSameAs(Thread.currentThread());
  }

  /** Returns how many tasks of exchanges the selector thread hands over. */
  private int handedOverBy(SocketServer server) throws Exception {
    int before = handedOver.get();
    for (int i = 0; i < CALLS; i++) {
      send(server);
    }
    return handedOver.get() - before;
  }

  private void send(SocketServer server) throws Exception {
    BodyReader reader = new BodyReader(100, tasks);
    HttpRequest request = HttpRequest.newBuilder(server.uri("/")).version(Version.HTTP_1_1).build();
    byte[] body = client.send(request, reader).body().read().get();
    assertThat(new String(body, UTF_8)).isEqualTo("well");
  }
}
