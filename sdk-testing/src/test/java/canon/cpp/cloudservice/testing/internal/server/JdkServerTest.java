package canon.cpp.cloudservice.testing.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("Compares the threads of the whole JVM before and after")
class JdkServerTest {
  @Test
  void itsThreadsAreDaemonsAndEndWithIt() throws Exception {
    var client = HttpClient.newHttpClient();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Set<Thread> own;
    try (var server = JdkServer.inClear("loopback-test")) {
      server.start(JdkServerTest::answer);
      var address = URI.create("http://127.0.0.1:" + server.port());
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("hello");

      own = new HashSet<>(Thread.getAllStackTraces().keySet());
      own.removeAll(before);
      own.removeIf(thread -> thread.getName().startsWith("HttpClient"));
    }

    assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);
    for (Thread thread : own) {
      if (!thread.getName().equals("server-timer")) { // The JDK's timer ends when it next wakes.
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpExchanges.send(exchange, 200, Map.of(), "hello".getBytes(UTF_8));
    }
  }
}
