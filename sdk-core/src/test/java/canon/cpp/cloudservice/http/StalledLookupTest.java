package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.HostLookup.Resolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Name servers that do not respond hold neither a call beyond its deadline nor other calls. */
@Timeout(60)
class StalledLookupTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final CountDownLatch testIsOver = new CountDownLatch(1);

  /** Resolves only this machine. */
  private final Resolver stalling =
      host -> {
        if (!host.equals("localhost")) {
          Threads.await(testIsOver);
          throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
      };

  @AfterEach
  void end() {
    testIsOver.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void aRequestEndsAtItsTimeoutAndWasNotSent(TransportCase transports) {
    try (HttpTransport transport = transports.openResolving(stalling)) {
      var failure =
          transports.failure(
              transport, HttpRequest.of("POST", URI.create("https://stalls.invalid/"), SHORT));

      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure.reason()).isIn(Reason.CONNECT, Reason.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHundredStalledNamesDoNotHoldARequestToAnother(TransportCase transports) throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, "well"));
        HttpTransport transport = transports.openResolving(stalling)) {
      List<CompletableFuture<HttpResponse>> stalled = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        URI uri = URI.create("https://stalls-" + i + ".invalid/");
        stalled.add(transport.sendAsync(HttpRequest.of("GET", uri, LONG)));
      }

      var response = transports.send(transport, HttpRequest.of("GET", server.uri("/"), LONG));

      assertThat(response.status()).isEqualTo(200);
      assertThat(stalled).noneMatch(CompletableFuture::isDone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsARequestWhoseNameIsBeingLookedUp(TransportCase transports) {
    CountDownLatch lookingUp = new CountDownLatch(1);
    HttpTransport transport =
        transports.openResolving(
            host -> {
              lookingUp.countDown();
              return stalling.resolve(host);
            });
    HttpRequest request = HttpRequest.of("POST", URI.create("https://stalls.invalid/"), LONG);
    CompletableFuture<HttpTransportException> failure =
        Threads.start(() -> transports.failure(transport, request));
    Threads.await(lookingUp);

    transport.close();

    assertThat(failure.join().reason()).isEqualTo(Reason.CLOSED);
  }
}
