package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.harness.Http2Server;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that ends before its request is sent proves that it is not sent later. */
@Timeout(60)
class StoppedExchangeTest {
  @AutoClose
  private final JdkHttpTransport transport = (JdkHttpTransport) TransportCase.JDK_ASYNC.open();

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE"})
  void sendsNothingOverHttp1(String method) throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"))) {
      sendsNothing(method, server.uri("/"));

      assertThat(server.requests())
          .extracting(SocketServer.Request::body)
          .containsExactly("first", "last");
    }
  }

  @Test
  void sendsNothingOverHttp2AndLeavesItsStreamToOthers() throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    var recording =
        new AbstractHandler() {
          @Override
          public void handle(
              String target,
              Request jetty,
              HttpServletRequest request,
              HttpServletResponse response)
              throws IOException {
            bodies.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            jetty.setHandled(true);
          }
        };
    try (Http2Server server = new Http2Server(1, recording)) {
      sendsNothing("POST", server.uri());

      assertThat(bodies).containsExactly("first", "last");
    }
  }

  private void sendsNothing(String method, URI uri) throws InterruptedException {
    assertThat(transport.send(request("POST", uri).withBody(utf8("first"))).status())
        .isEqualTo(200);
    HttpRequest stopped = request(method, uri);
    JdkCall call =
        new JdkCall(
            transport.context(), method.equals("POST") ? stopped.withBody(utf8("no")) : stopped);
    JdkExchange exchange = call.exchange(call.hop(0), call.enterStreams());
    assertThat(call.stopBeforeSending()).isTrue();

    HttpTransportException failure =
        catchThrowableOfType(
            HttpTransportException.class,
            () -> {
              try {
                AsyncExchange.start(call, exchange).join();
              } catch (CompletionException e) {
                throw e.getCause();
              }
            });

    assertThat(failure.mayHaveBeenSent()).isFalse();
    assertThat(transport.send(request("POST", uri).withBody(utf8("last"))).status()).isEqualTo(200);
  }

  private static HttpRequest request(String method, URI uri) {
    return HttpRequest.of(method, uri, Duration.ofSeconds(10));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
