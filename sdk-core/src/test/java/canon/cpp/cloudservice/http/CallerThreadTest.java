package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.SocketServer.Request;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over an idle connection, a blocking call on HttpURLConnection runs its exchange itself. It still
 * returns when its time ends, when the transport is closed and when its thread is interrupted.
 */
@SuppressWarnings("try") // Transports are closed while calls are in flight, by intention.
@Timeout(60)
class CallerThreadTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final CountDownLatch received = new CountDownLatch(1);
  private final AtomicInteger count = new AtomicInteger();

  /** Where the second response of a connection stops. */
  enum Stall {
    BEFORE_HEADERS(""),
    IN_HEADERS("HTTP/1.1 200 OK\r\nContent-Le"),
    BEFORE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"),
    IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{"),
    IN_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{");

    private final String bytes;

    Stall(String bytes) {
      this.bytes = bytes;
    }
  }

  static List<Arguments> stalls() {
    List<Arguments> all = new ArrayList<>();
    for (Stall stall : Stall.values()) {
      all.add(Arguments.of(stall, false));
      all.add(Arguments.of(stall, true));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runsTheExchangeOverAnIdleConnection(boolean tls) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicReference<Thread> caller = new AtomicReference<>();
    try (SocketServer server =
            server(
                tls,
                request -> {
                  received.countDown();
                  Threads.await(release);
                  request.respond(200, "{}");
                });
        HttpTransport transport = open()) {
      assertThat(send(transport, server, LONG).status()).isEqualTo(200);
      CompletableFuture<HttpResponse> second =
          Threads.start(
              () -> {
                caller.set(Thread.currentThread());
                return send(transport, server, LONG);
              });
      Threads.await(received);
      StackTraceElement[] stack = caller.get().getStackTrace();
      release.countDown();

      assertThat(second.join().status()).isEqualTo(200);
      assertThat(Arrays.toString(stack)).contains("UrlExchange.runOnCaller");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void returnsWhenItsTimeEnds(Stall stall, boolean tls) throws Exception {
    try (SocketServer server = server(tls, request -> stop(request, stall));
        HttpTransport transport = open()) {
      assertThat(send(transport, server, LONG).status()).isEqualTo(200);

      CompletableFuture<HttpResponse> second =
          Threads.start(() -> send(transport, server, Duration.ofMillis(300)));

      assertThat(failure(second)).isEqualTo(Reason.TIMEOUT);
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void returnsWhenTheTransportIsClosed(Stall stall, boolean tls) throws Exception {
    try (SocketServer server = server(tls, request -> stop(request, stall));
        HttpTransport transport = open()) {
      assertThat(send(transport, server, LONG).status()).isEqualTo(200);
      CompletableFuture<HttpResponse> second = Threads.start(() -> send(transport, server, LONG));
      Threads.await(received);

      transport.close();

      assertThat(failure(second)).isEqualTo(Reason.CLOSED);
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void returnsWhenItsThreadIsInterrupted(Stall stall, boolean tls) throws Exception {
    AtomicReference<Thread> caller = new AtomicReference<>();
    try (SocketServer server = server(tls, request -> stop(request, stall));
        HttpTransport transport = open()) {
      assertThat(send(transport, server, LONG).status()).isEqualTo(200);
      CompletableFuture<Boolean> flag =
          Threads.start(
              () -> {
                caller.set(Thread.currentThread());
                try {
                  HttpResponse unused = transport.send(request(server, LONG));
                  throw new AssertionError("No response was expected");
                } catch (InterruptedException e) {
                  return Thread.currentThread().isInterrupted();
                }
              });
      Threads.await(received);

      caller.get().interrupt();

      assertThat(flag.join()).as("interrupt flag").isFalse();
    }
  }

  /** Sends the same over a new connection, as Java would. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void idleConnectionThatTheServerClosedIsReplaced(boolean tls) throws Exception {
    try (SocketServer server =
            server(
                tls,
                request -> {
                  if (request.connection() == 1) {
                    request.close();
                  } else {
                    request.respond(200, "{}");
                  }
                });
        HttpTransport transport = open()) {
      assertThat(send(transport, server, LONG).isRetransmitted()).isFalse();

      HttpResponse second = send(transport, server, LONG);

      assertThat(second.status()).isEqualTo(200);
      assertThat(second.isRetransmitted()).isEqualTo(tls);
      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** A server that responds to the first request of the test at once. */
  private SocketServer server(boolean tls, SocketServer.Handler later) {
    SocketServer.Handler handler =
        request -> {
          if (count.incrementAndGet() == 1) {
            request.respond(200, "{}");
          } else {
            later.handle(request);
          }
        };
    return tls ? SocketServer.tls(handler) : SocketServer.clear(handler);
  }

  private void stop(Request request, Stall stall) throws IOException {
    request.write(stall.bytes);
    received.countDown();
    request.stall();
  }

  private static HttpTransport open() {
    return TransportCase.URL_CONNECTION_BLOCKING.open();
  }

  private static HttpRequest request(SocketServer server, Duration timeout) {
    return HttpRequest.of("GET", server.uri("/"), timeout);
  }

  private static HttpResponse send(HttpTransport transport, SocketServer server, Duration timeout) {
    try {
      return transport.send(request(server, timeout));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reason failure(CompletableFuture<HttpResponse> response) {
    return response
        .handle((value, failure) -> ((HttpTransportException) Futures.cause(failure)).reason())
        .join();
  }
}
