package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.TrustSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer to what Java repeated by itself says so: a rejection in it is not the last word. */
class RepetitionTest {
  private final AtomicBoolean breaks = new AtomicBoolean();
  private final TestServer server =
      TestServer.tls(
          TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory(),
          exchange -> {
            if (breaks.compareAndSet(true, false)) {
              exchange.close();
            } else {
              exchange.respond(429, "");
            }
          });
  private final HttpTransport transport =
      HttpTransport.urlConnection()
          .trust(
              TrustSettings.system()
                  .withTrustAnchors(
                      TestCertificates.shared().authorityPem().getBytes(StandardCharsets.UTF_8)))
          .build();

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  @Test
  void onAConnectionThatBrokeBeforeItsFirstAnswer() throws Exception {
    breaks.set(true);

    assertThat(isRetransmitted()).isTrue();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void onAConnectionThatWasUsedBefore() throws Exception {
    assertThat(isRetransmitted()).isFalse();
    breaks.set(true);

    assertThat(isRetransmitted()).isTrue();
    assertThat(isRetransmitted()).isFalse();
    assertThat(server.requests()).hasSize(4);
  }

  private boolean isRetransmitted() throws InterruptedException {
    HttpRequest request =
        HttpRequest.of("POST", server.uri("/"), Duration.ofSeconds(20))
            .withBody(new byte[] {'{', '}'});
    return transport.send(request).isRetransmitted();
  }
}
