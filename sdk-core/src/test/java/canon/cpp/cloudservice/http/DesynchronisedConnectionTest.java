package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.SocketServer.Request;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server or proxy that sends each response twice shifts all later responses of a connection. No
 * change may then be reported wrongly.
 */
@Timeout(60)
class DesynchronisedConnectionTest {
  private static final int CHANGES = 30;
  private static final String REJECTION =
      "{\"type\":\"urn:test\",\"title\":\"t\",\"status\":403,\"code\":\"administrator-required\"}";

  /** The keys of the changes that the service has applied. */
  private final Set<String> applied = ConcurrentHashMap.newKeySet();

  static List<Arguments> noChangeIsReportedWrongly() {
    List<Arguments> all = new ArrayList<>();
    for (TransportCase transports : TransportCase.values()) {
      all.add(Arguments.of(transports, false));
      all.add(Arguments.of(transports, true));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource
  void noChangeIsReportedWrongly(TransportCase transports, boolean tls) {
    SocketServer.Handler twice = request -> respondTwice(request);
    try (SocketServer server = tls ? SocketServer.tls(twice) : SocketServer.clear(twice);
        HttpTransport transport = transports.open();
        CloudServiceClient client =
            CloudServiceClient.builder(server.uri("")).transport(transport).requireEcho().build()) {
      CloudServiceClient view = client.withToken("token");
      int certain = 0;
      for (int i = 0; i < CHANGES; i++) {
        String key = "row-" + i;
        try {
          var activation =
              transports.mode().execute(view.remoteControl().activate().idempotencyKey(key));
          assertThat(activation.user().id()).isEqualTo("usr_" + i);
          assertThat(applied).contains(key);
          certain++;
        } catch (CloudServiceException e) {
          if (e.outcome() != Outcome.UNKNOWN) {
            assertThat(applied).as(e.toString()).doesNotContain(key);
            certain++;
          }
        }
      }

      assertThat(certain).as("changes with a certain result").isPositive();
      assertThat(applied).hasSize(CHANGES / 2);
    }
  }

  static List<Arguments> connectionWithForeignResponseIsNotUsedAgain() {
    List<Arguments> all = new ArrayList<>();
    for (TransportCase transports : TransportCase.values()) {
      for (String body : List.of("", "{}")) {
        all.add(Arguments.of(transports, true, body));
        // Without TLS, HttpURLConnection cannot close the connection of an empty body.
        if (transports.isJdk() || !body.isEmpty()) {
          all.add(Arguments.of(transports, false, body));
        }
      }
    }
    return all;
  }

  /**
   * The connection is closed before its exchange ends. Otherwise another exchange could use it
   * before the failure is noticed, and get the response that was meant for the first one.
   */
  @ParameterizedTest
  @MethodSource
  void connectionWithForeignResponseIsNotUsedAgain(
      TransportCase transports, boolean tls, String body) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SocketServer.Handler handler =
        request -> {
          if (request.target().equals("/other")) {
            Threads.await(release);
          }
          boolean foreign = request.target().equals("/foreign");
          request.respond(200, body, "Attempt-Id: " + (foreign ? "another" : "mine"));
        };
    try (SocketServer server = tls ? SocketServer.tls(handler) : SocketServer.clear(handler);
        HttpTransport transport = transports.open()) {
      CompletableFuture<HttpResponse> other =
          Threads.start(() -> send(transports, transport, server.uri("/other")));
      Threads.await(() -> server.requests().size() == 1);

      assertThatExceptionOfType(HttpTransportException.class)
          .isThrownBy(() -> send(transports, transport, server.uri("/foreign")))
          .withMessageContaining("belongs to another request")
          .matches(HttpTransportException::mayHaveBeenSent)
          .matches(failure -> failure.reason() == Reason.CONNECTION_LOST);

      send(transports, transport, server.uri("/next"));
      release.countDown();
      assertThat(other.join().status()).isEqualTo(200);
      send(transports, transport, server.uri("/next"));
      int connection = server.requests().get(1).connection();
      assertThat(server.requests().subList(2, 4))
          .extracting(Request::connection)
          .doesNotContain(connection);
    }
  }

  private static HttpResponse send(TransportCase transports, HttpTransport transport, URI uri) {
    try {
      return transports.send(
          transport,
          HttpRequest.of("GET", uri, Duration.ofSeconds(30)).withHeader("Attempt-Id", "mine"));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Applies the even changes and rejects the odd ones. */
  private void respondTwice(Request request) throws IOException {
    String key = request.headers().get("Idempotency-Key");
    int number = Integer.parseInt(key.substring("row-".length()));
    boolean applies = number % 2 == 0;
    String body = applies ? Replies.ACTIVATED.replace("usr_1", "usr_" + number) : REJECTION;
    if (applies) {
      applied.add(key);
    }
    String response =
        Request.response(
                applies ? 200 : 403,
                "Content-Length: " + body.length(),
                "Content-Type: application/" + (applies ? "json" : "problem+json"),
                "Attempt-Id: " + request.headers().get("Attempt-Id"))
            + body;
    request.write(response + response);
  }
}
