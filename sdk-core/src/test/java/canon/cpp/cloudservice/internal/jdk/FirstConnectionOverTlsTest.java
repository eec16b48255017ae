package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.Http2Server;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.internal.http.HostLookup;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Many first calls at the same time share one HTTP/2 connection. */
@Timeout(60)
class FirstConnectionOverTlsTest {
  private static final int CALLS = 40;

  private final BlockingQueue<AsyncContext> held = new LinkedBlockingQueue<>();

  /** So patient that a slow machine does not end the waiting. */
  @AutoClose
  private final HttpTransport transport =
      new JdkHttpTransport(
          TransportCase.settings(), HostLookup::new, false, Duration.ofSeconds(30));

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK_.*")
  void callsShareTheFirstConnectionBeforeAnyResponse(TransportCase transports) throws Exception {
    var holding =
        new AbstractHandler() {
          @Override
          public void handle(
              String target,
              Request jetty,
              HttpServletRequest request,
              HttpServletResponse response) {
            jetty.setHandled(true);
            held.add(jetty.startAsync());
          }
        };
    try (Http2Server server = new Http2Server(100, holding)) {
      List<CompletableFuture<Integer>> calls =
          Threads.start(CALLS, () -> send(transports, server.uri()));

      List<AsyncContext> received = new ArrayList<>();
      while (received.size() < CALLS) {
        received.add(held.take());
      }

      assertThat(server.connections()).isEqualTo(1);
      received.forEach(AsyncContext::complete);
      assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
    }
  }

  /**
   * A server without HTTP/2 gets a connection for each call, because one connection carries one
   * call at a time.
   */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK_.*")
  void callsToAServerWithoutHttp2HaveConnectionsOfTheirOwn(TransportCase transports) {
    CountDownLatch all = new CountDownLatch(4);
    try (SocketServer server =
        SocketServer.tls(
            request -> {
              all.countDown();
              Threads.await(all);
              request.respond(200, "well");
            })) {
      List<CompletableFuture<Integer>> calls =
          Threads.start(4, () -> send(transports, server.uri("/")));

      assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  private int send(TransportCase transports, URI uri) {
    try {
      return transports
          .send(
              transport,
              HttpRequest.of("POST", uri, Duration.ofSeconds(50)).withBody(new byte[] {1}))
          .status();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
