package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The HTTP endpoint, used through plain sockets. */
class HttpEndpointTest {
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator("admin@contoso.com")
                      .printer("varioPRINT 140", "VP/10+0 1", "Press 1"))
          .build();
  private final FakeEndpoint endpoint = fake.http();
  private final String token = endpoint.tokenFor("admin@contoso.com").value();

  @AfterEach
  void close() {
    fake.close();
  }

  private String request(String method, String target, String... headers) {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    text.append("Host: ").append(endpoint.address().getAuthority()).append("\r\n");
    text.append("Authorization: Bearer ").append(token).append("\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws IOException {
    assertThat(endpoint.address().getHost()).isEqualTo("127.0.0.1");
    InetAddress other = InetAddress.getByName("127.0.0.2");
    assertThatThrownBy(() -> new Socket(other, endpoint.address().getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void anEscapedSlashIsPartOfTheKey() throws IOException {
    try (Connection connection = new Connection()) {
      assertThat(connection.ask(request("GET", "/v1/printers/VP%2F10+0%201")).status)
          .isEqualTo(200);
      assertThat(connection.ask(request("GET", "/v1/printers/VP/10+0%201")).status).isEqualTo(501);
    }
  }

  @Test
  void manySmallRequestsOnOneConnectionAreFast() throws IOException {
    try (Connection connection = new Connection()) {
      connection.ask(request("GET", "/v1/site"));
      long begin = System.nanoTime();
      for (int i = 0; i < 200; i++) {
        assertThat(connection.ask(request("GET", "/v1/site")).status).isEqualTo(200);
      }
      // With Nagle's algorithm this takes 8 seconds.
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void aDroppedRequestBreaksTheConnection() throws IOException {
    fake.faults().on("getSite").times(1).dropBeforeHandling();
    fake.faults().on("getSite").times(1).dropAfterApplying();
    for (int i = 0; i < 2; i++) {
      try (Connection connection = new Connection()) {
        assertThatThrownBy(() -> connection.ask(request("GET", "/v1/site")))
            .isInstanceOf(IOException.class);
      }
    }
    try (Connection connection = new Connection()) {
      assertThat(connection.ask(request("GET", "/v1/site")).status).isEqualTo(200);
    }
  }

  @Test
  void acceptsABodyInPieces() throws IOException {
    String body = "{\"email\":\"john@contoso.com\"}";
    String piece = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    try (Connection connection = new Connection()) {
      Reply reply =
          connection.ask(
              request(
                      "POST",
                      "/v1/users",
                      "Transfer-Encoding: chunked",
                      "Content-Type: application/json",
                      "Idempotency-Key: k")
                  + piece);
      assertThat(reply.status).isEqualTo(200);
      assertThat(reply.body).contains("\"changes\"");
    }
  }

  @Test
  void rejectsATooLargeBodyAndContinues() throws IOException {
    String body = " ".repeat(3 * 1024 * 1024);
    try (Connection connection = new Connection()) {
      Reply reply =
          connection.ask(
              request(
                      "POST",
                      "/v1/users",
                      "Content-Length: " + body.length(),
                      "Content-Type: application/json",
                      "Idempotency-Key: k")
                  + body);
      assertThat(reply.status).isEqualTo(400);
      assertThat(reply.body).contains("too-long");
      assertThat(connection.ask(request("GET", "/v1/site")).status).isEqualTo(200);
    }
  }

  @Test
  void respondsToHeadWithoutABodyAndContinues() throws IOException {
    try (Connection connection = new Connection()) {
      assertThat(connection.askWithoutBody(request("HEAD", "/v1/site")).status).isEqualTo(501);
      assertThat(connection.ask(request("GET", "/v1/site")).status).isEqualTo(200);
    }
  }

  @Test
  void aPathWithTwoSlashesIsNotAnotherPath() throws IOException {
    try (Connection connection = new Connection()) {
      assertThat(connection.ask(request("GET", "//v1/site")).status).isEqualTo(501);
      assertThat(connection.ask(request("GET", "//x/v1/site")).status).isEqualTo(501);
    }
  }

  @Test
  void twoIdempotencyKeysAreRejected() throws IOException {
    try (Connection connection = new Connection()) {
      Reply reply =
          connection.ask(
              request("POST", "/v1/session", "Idempotency-Key: k", "Idempotency-Key: k"));
      assertThat(reply.status).isEqualTo(400);
      assertThat(reply.body).contains("Idempotency-Key", "malformed");
    }
  }

  @Test
  void everyResponseHasARequestId() throws IOException {
    try (Connection connection = new Connection()) {
      assertThat(connection.ask(request("GET", "/v1/site")).head).contains("x-request-id: req_0");
      assertThat(connection.ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").head)
          .contains("x-request-id: req_0");
    }
  }

  @Test
  void serves64ConcurrentConnections() throws Exception {
    Hold hold = fake.faults().on("getSite").times(64).hold();
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      all.add(CompletableFuture.supplyAsync(this::statusOfSite, t -> new Thread(t).start()));
    }
    hold.reached().join();
    try (Connection other = new Connection()) {
      assertThat(other.ask(request("GET", "/v1/session")).status).isEqualTo(200);
    }
    hold.release();

    assertThat(all).allSatisfy(status -> assertThat(status.join()).isEqualTo(200));
  }

  private int statusOfSite() {
    try (Connection connection = new Connection()) {
      return connection.ask(request("GET", "/v1/site")).status;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void afterClosingConnectionsAreRefused() {
    fake.close();

    assertThatThrownBy(Connection::new).isInstanceOf(ConnectException.class);
  }

  private record Reply(int status, String head, String body) {}

  /** One connection that stays open. */
  private final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Connection() throws IOException {
      socket = new Socket(endpoint.address().getHost(), endpoint.address().getPort());
      socket.setSoTimeout(20_000);
      in = new BufferedInputStream(socket.getInputStream());
    }

    Reply ask(String request) throws IOException {
      Reply head = askWithoutBody(request);
      int length = 0;
      for (String line : head.head.split("\r\n", -1)) {
        if (line.startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return new Reply(head.status, head.head, body);
    }

    Reply askWithoutBody(String request) throws IOException {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException("The connection was closed");
        }
        head.write(next);
      }
      String text = head.toString(StandardCharsets.ISO_8859_1);
      return new Reply(Integer.parseInt(text.substring(9, 12)), text.toLowerCase(Locale.ROOT), "");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
