package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.SocketServer.Request;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What requests look like on the wire, for strict balancers and gateways that compress. */
@Timeout(60)
class RequestFormTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource({
    "JDK_BLOCKING, GET", "JDK_ASYNC, GET", "URL_CONNECTION_BLOCKING, GET",
    "URL_CONNECTION_ASYNC, GET", "JDK_BLOCKING, DELETE", "JDK_ASYNC, DELETE",
    "URL_CONNECTION_BLOCKING, DELETE", "URL_CONNECTION_ASYNC, DELETE"
  })
  void aRequestWithoutABodyAnnouncesNone(TransportCase transports, String method) throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, ""));
        HttpTransport transport = transports.open()) {
      transports.send(transport, HttpRequest.of(method, server.uri("/"), LONG));

      var headers = server.requests().get(0).headers();
      assertThat(headers).doesNotContainKeys("Transfer-Encoding", "Content-Type");
      if (transports.isJdk() && Runtime.version().feature() < 19) {
        // A defect of HttpClient that nothing can prevent (JDK-8283544).
        assertThat(headers).containsEntry("Content-Length", "0");
      } else {
        assertThat(headers).doesNotContainKey("Content-Length");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCompressionIsAccepted(TransportCase transports) throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, ""));
        HttpTransport transport = transports.open()) {
      transports.send(transport, HttpRequest.of("GET", server.uri("/"), LONG));

      assertThat(server.requests().get(0).headers()).containsEntry("Accept-Encoding", "identity");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatIsCompressedAnywayIsNotRead(TransportCase transports) {
    try (SocketServer server =
            SocketServer.clear(
                request -> {
                  byte[] body = gzip(Replies.ACTIVATED);
                  request.write(
                      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip"
                          + "\r\nContent-Length: "
                          + body.length
                          + "\r\n\r\n");
                  request.socket().getOutputStream().write(body);
                });
        HttpTransport transport = transports.open();
        CloudServiceClient client =
            CloudServiceClient.builder(server.uri("")).transport(transport).build()) {
      var failure =
          transports
              .mode()
              .failure(
                  MalformedResponseException.class,
                  client.withToken("token").remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  static List<Arguments> everyMethodOfTheContractIsSentByEveryTransport() throws IOException {
    Map<?, ?> contract =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(Path.of("..", "docs", "api", "openapi.yaml")));
    Set<String> methods = new TreeSet<>();
    ((Map<?, ?>) contract.get("paths"))
        .values()
        .forEach(path -> ((Map<?, ?>) path).keySet().forEach(key -> methods.add(key.toString())));
    methods.remove("parameters");
    assertThat(methods).contains("get", "post");
    List<Arguments> all = new ArrayList<>();
    for (TransportCase transports : TransportCase.values()) {
      methods.forEach(method -> all.add(Arguments.of(transports, method.toUpperCase(Locale.ROOT))));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource
  void everyMethodOfTheContractIsSentByEveryTransport(TransportCase transports, String method)
      throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, ""));
        HttpTransport transport = transports.open()) {
      transports.send(transport, HttpRequest.of(method, server.uri("/"), LONG));

      assertThat(server.requests()).extracting(Request::method).containsExactly(method);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "URL.*")
  void aMethodThatTheTransportCannotSendIsNamedBeforeAnythingIsSent(TransportCase transports) {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, ""));
        HttpTransport transport = transports.open()) {
      var failure =
          transports.failure(
              transport,
              HttpRequest.of("PATCH", server.uri("/"), LONG)
                  .withBody("{}".getBytes(StandardCharsets.UTF_8)));

      assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure).hasMessage("HttpURLConnection cannot send the method PATCH");
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK.*")
  void theJdkTransportSendsPatch(TransportCase transports) throws Exception {
    try (SocketServer server = SocketServer.clear(request -> request.respond(200, ""));
        HttpTransport transport = transports.open()) {
      transports.send(
          transport,
          HttpRequest.of("PATCH", server.uri("/"), LONG)
              .withBody("{}".getBytes(StandardCharsets.UTF_8)));

      assertThat(server.requests().get(0).method()).isEqualTo("PATCH");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMethodThatCannotBeSentIsNotRetried(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(
            Replies.fails(Reason.UNSUPPORTED, false, "the method PATCH cannot be sent"))) {
      var failure =
          mode.failure(CloudServiceException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("the method PATCH cannot be sent");
      assertThat(harness.requests()).isEqualTo(1);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
