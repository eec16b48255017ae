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
  private final AtomicInteger inThreads = new AtomicInteger();
  private final ClientTasks tasks =
      new ClientTasks(
          task -> {
            inThreads.incrementAndGet();
            pool.execute(task);
          });
  private final HttpClient client = HttpClient.newBuilder().executor(tasks).build();

  @AfterEach
  void stop() {
    pool.shutdown();
  }

  @Test
  void anExchangeOnAnOpenConnectionNeedsNoThread() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      send(server);

      assertThat(threadsOf(server)).isLessThan(CALLS / 2);
    }
  }

  @Test
  void whileAChunkedBodyIsExpectedEachExchangeNeedsThreads() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.chunkedBodyStarted();
      assertThat(threadsOf(server)).isGreaterThanOrEqualTo(CALLS);

      tasks.chunkedBodyEnded();
      send(server);
      assertThat(threadsOf(server)).isLessThan(CALLS / 2);
    }
  }

  @Test
  void afterATunnelEachExchangeNeedsThreads() throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      tasks.tunnelRequested();

      assertThat(threadsOf(server)).isGreaterThanOrEqualTo(CALLS);
    }
  }

  @Test
  void anotherThreadThanTheSelectorDoesNotRunTasks() {
    CompletableFuture<Thread> thread = CompletableFuture.supplyAsync(Thread::currentThread, tasks);

    assertThat(thread.join()).isNotSameAs(Thread.currentThread());
    assertThat(inThreads).hasValue(1);
  }

  /** Returns how many tasks the exchanges hand to threads of the transport. */
  private int threadsOf(SocketServer server) throws Exception {
    int before = inThreads.get();
    for (int i = 0; i < CALLS; i++) {
      send(server);
    }
    return inThreads.get() - before;
  }

  private void send(SocketServer server) throws Exception {
    BodyReader reader = new BodyReader(100, tasks);
    HttpRequest request = HttpRequest.newBuilder(server.uri("/")).version(Version.HTTP_1_1).build();
    byte[] body = client.send(request, reader).body().read().get();
    assertThat(new String(body, UTF_8)).isEqualTo("well");
  }
}
