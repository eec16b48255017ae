package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses without a length, of HTTP/1.0, and after interim responses. */
@Timeout(60)
class UnusualResponsesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource
  void anErrorWithoutALengthIsAResponse(TransportCase transports) throws Exception {
    HttpResponse response = responseTo(transports, "HTTP/1.1 429 Slow\r\nRetry-After: 30\r\n\r\n");

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.headers().first("Retry-After")).contains("30");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfHttp10WithoutHeadersIsAResponse(TransportCase transports) throws Exception {
    assertThat(responseTo(transports, "HTTP/1.0 503 Unavailable\r\n\r\n").status()).isEqualTo(503);
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfHttp10EndsWithTheConnection(TransportCase transports) throws Exception {
    HttpResponse response =
        responseTo(transports, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nwell");

    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("well");
  }

  @ParameterizedTest
  @EnumSource
  void aThrottledCallIsNotRetriedBeforeTheServiceAsksForIt(TransportCase transports) {
    try (SocketServer server =
            SocketServer.clear(
                request -> {
                  request.write("HTTP/1.1 429 Slow\r\nRetry-After: 60\r\n\r\n");
                  request.close();
                });
        HttpTransport transport = transports.open();
        CloudServiceClient client =
            CloudServiceClient.builder(server.uri("")).transport(transport).build()) {
      var failure =
          transports
              .mode()
              .failure(
                  UnavailableException.class, client.withToken("token").remoteControl().activate());

      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
      assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  static List<Arguments> interimResponses() {
    List<Arguments> all = new ArrayList<>();
    for (TransportCase transports : TransportCase.values()) {
      for (String interim :
          List.of(
              "100 Continue\r\n",
              "101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n",
              "102 Processing\r\n",
              "103 Early Hints\r\nLink: </style.css>; rel=preload\r\n")) {
        all.add(Arguments.of(transports, interim));
      }
    }
    return all;
  }

  /** The server keeps the connection open, so waiting for more would last until the deadline. */
  @ParameterizedTest
  @MethodSource
  void interimResponses(TransportCase transports, String interim) throws Exception {
    try (SocketServer server =
            SocketServer.clear(
                request -> {
                  request.write("HTTP/1.1 " + interim + "\r\n");
                  request.respond(200, "well");
                });
        HttpTransport transport = transports.open()) {
      HttpResponse response = transports.send(transport, get(server));

      assertThat(response.status()).isEqualTo(200);
    } catch (HttpTransportException e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED_RESPONSE);
      assertThat(e.mayHaveBeenSent()).isTrue();
    }
  }

  private static HttpResponse responseTo(TransportCase transports, String bytes)
      throws InterruptedException {
    try (SocketServer server =
            SocketServer.clear(
                request -> {
                  request.write(bytes);
                  request.close();
                });
        HttpTransport transport = transports.open()) {
      return transports.send(transport, get(server));
    }
  }

  private static HttpRequest get(SocketServer server) {
    return HttpRequest.of("GET", server.uri("/"), LONG);
  }
}
