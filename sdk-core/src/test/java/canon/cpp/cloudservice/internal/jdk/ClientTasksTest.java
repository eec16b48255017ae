package canon.cpp.cloudservice.internal.jdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tested JDKs have the tasks that run at once. */
@Timeout(60)
class ClientTasksTest {
  private static final int CALLS = 20;

  private final AtomicInteger writing = new AtomicInteger();
  private final AtomicInteger askingForBody = new AtomicInteger();
  private final AtomicInteger inThreads = new AtomicInteger();

  @Test
  void tasksThatRunAtOnceAreRecognised() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      ClientTasks tasks =
          new ClientTasks(
              task -> {
                inThreads.incrementAndGet();
                threads.execute(task);
              });
      HttpClient client =
          HttpClient.newBuilder()
              .executor(
                  task -> {
                    count(task);
                    tasks.execute(task);
                  })
              .build();

      for (int i = 0; i < CALLS; i++) {
        assertThat(send(client, threads, server.uri("/"))).isEqualTo("well");
      }
    } finally {
      threads.shutdown();
    }

    assertThat(writing).hasValueGreaterThanOrEqualTo(CALLS);
    assertThat(askingForBody).hasValueGreaterThanOrEqualTo(CALLS);
    assertThat(inThreads).as("changes of threads").hasValueLessThanOrEqualTo(4 * CALLS);
  }

  private void count(Runnable task) {
    if (ClientTasks.writes(task)) {
      writing.incrementAndGet();
    }
    if (ClientTasks.asksForBody(task)) {
      askingForBody.incrementAndGet();
    }
  }

  private static String send(HttpClient client, ExecutorService threads, URI uri) throws Exception {
    BodyReader reader = new BodyReader(100, threads);
    HttpRequest request = HttpRequest.newBuilder(uri).version(Version.HTTP_1_1).build();
    return new String(client.send(request, reader).body().read().get(), UTF_8);
  }
}
