package canon.cpp.cloudservice.signin.internal.loopback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the expected browser ends the wait, and other clients do not disturb it. */
@Timeout(30)
class LoopbackReceiverTest {
  private static final String CALLBACK = "GET /back?state=right&code=c1 HTTP/1.1\r\n\r\n";

  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private LoopbackReceiver receiver;
  private FutureTask<Map<String, String>> waiting;
  private Thread thread;

  @BeforeEach
  void listen() throws IOException {
    receiver = LoopbackReceiver.open(URI.create("http://localhost/back"));
    waiting =
        new FutureTask<>(() -> receiver.await(given -> "right".equals(given.get("state")), over));
    thread = new Thread(waiting, "waits for the browser");
    thread.start();
  }

  @AfterEach
  void close() throws InterruptedException {
    over.complete(null);
    thread.join();
    receiver.close();
  }

  @Test
  void theBrowserReturnsWithGet() throws Exception {
    assertThat(ask(CALLBACK)).startsWith("HTTP/1.1 200 OK").contains("You can close this page");

    assertThat(waiting.get()).containsEntry("code", "c1");
  }

  @Test
  void theBrowserReturnsWithPost() throws Exception {
    String form = "state=right&code=a%2Bb+c";

    String page =
        ask(
            "POST /back HTTP/1.1\r\nHost: localhost\r\ncontent-type:"
                + " application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: "
                + form.length()
                + "\r\n\r\n"
                + form);

    assertThat(page).startsWith("HTTP/1.1 200 OK");
    assertThat(waiting.get()).containsEntry("code", "a+b c");
  }

  @Test
  void theBrowserReturnsWithAnError() throws Exception {
    assertThat(ask("GET /back?state=right&error=access_denied HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK")
        .contains("You did not sign in");

    assertThat(waiting.get()).containsEntry("error", "access_denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET /favicon.ico HTTP/1.1\r\n\r\n",
        "GET /back HTTP/1.1\r\n\r\n",
        "GET /back?code=c1 HTTP/1.1\r\n\r\n",
        "GET /back?state=wrong&code=c1 HTTP/1.1\r\n\r\n",
        "GET /back?state=right&state=right&code=c1 HTTP/1.1\r\n\r\n",
        "GET /back?state=right&code=%ZZ HTTP/1.1\r\n\r\n",
        "HEAD /back?state=right&code=c1 HTTP/1.1\r\n\r\n",
        "DELETE /back?state=right&code=c1 HTTP/1.1\r\n\r\n",
        "POST /back HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
        "POST /back HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 19\r\n\r\n"
            + "state=right&code=c1",
        "SSH-2.0-scanner\r\n",
        "\r\n\r\n",
      })
  void unrelatedRequestsAreAnsweredAndIgnored(String request) throws Exception {
    assertThat(ask(request)).startsWith("HTTP/1.1 4").doesNotContain("right");

    assertThat(waiting.isDone()).isFalse();
    assertThat(ask(CALLBACK)).startsWith("HTTP/1.1 200");
    assertThat(waiting.get()).containsEntry("code", "c1");
  }

  @Test
  void anEndlessRequestIsAbandoned() throws Exception {
    assertThat(ask("GET /" + "a".repeat(40_000))).startsWith("HTTP/1.1 400");
  }

  @Test
  void silentConnectionsDoNotDelayTheBrowser() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        silent.add(connect());
      }
      Socket half = connect();
      silent.add(half);
      half.getOutputStream().write("GET /back?sta".getBytes(US_ASCII));

      assertThat(ask(CALLBACK)).startsWith("HTTP/1.1 200");
      assertThat(waiting.get()).containsEntry("code", "c1");
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void aRequestMayArriveInPieces() throws Exception {
    try (Socket socket = connect()) {
      socket.setTcpNoDelay(true);
      for (byte b : CALLBACK.getBytes(US_ASCII)) {
        socket.getOutputStream().write(b);
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(waiting.get()).containsEntry("code", "c1");
  }

  @Test
  void aBrowserThatClosesBeforeThePageHasReturned() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(CALLBACK.getBytes(US_ASCII));
    }

    assertThat(waiting.get()).containsEntry("code", "c1");
  }

  @Test
  void waitingEndsAtTheTimeout() throws Exception {
    over.complete(null);

    assertThat(waiting.get()).isNull();
  }

  @Test
  void anInterruptEndsWaiting() {
    thread.interrupt();

    assertThatThrownBy(() -> waiting.get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void thePageForbidsForeignContent() throws Exception {
    assertThat(ask(CALLBACK))
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("Cache-Control: no-store")
        .contains("Referrer-Policy: no-referrer")
        .doesNotContain("c1");
  }

  @Test
  void itListensOnThisMachineOnlyAndOnTheGivenPort() throws Exception {
    int port = receiver.redirectUri().getPort();
    assertThat(receiver.redirectUri()).hasToString("http://localhost:" + port + "/back");

    assertThatThrownBy(() -> LoopbackReceiver.open(receiver.redirectUri()))
        .isInstanceOf(BindException.class);
    over.complete(null);
    assertThat(waiting.get()).isNull();
    receiver.close();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  private Socket connect() throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), receiver.redirectUri().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private String ask(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
