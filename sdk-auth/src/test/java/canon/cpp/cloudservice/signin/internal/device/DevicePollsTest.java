package canon.cpp.cloudservice.signin.internal.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What ends asking for a device code's tokens, and what does not. */
class DevicePollsTest {
  private static final URI ENDPOINT = URI.create("https://login.example/token");

  private final FakeClock clock = new FakeClock();
  private final Deque<Supplier<HttpResponse>> script = new ArrayDeque<>();
  private final IdentityHttp http = new IdentityHttp(new Scripted(), "Test", clock);

  @Test
  void pendingAndSlowDownGoOnWhateverTheirStatus() {
    answer(428, "{\"error\":\"authorization_pending\"}");
    answer(403, "{\"error\":\"slow_down\"}");
    answer(400, "{\"error\":\"authorization_pending\"}");
    answer(200, "{\"id_token\":\"t\"}");

    assertThat(poll().text("id_token")).contains("t");
    assertThat(elapsedSeconds()).isEqualTo(5 + 5 + 10 + 10);
  }

  @Test
  void theNetworkAndServersMayFailMeanwhile() {
    script.add(
        () -> {
          throw new HttpTransportException(Reason.CONNECTION_LOST, true, "lost", null);
        });
    answer(503, "");
    script.add(() -> response(200, "text/html", "<html>proxy</html>"));
    answer(200, "{\"id_token\":\"t\"}");

    assertThat(poll().isSuccess()).isTrue();
    assertThat(elapsedSeconds()).isEqualTo(5 + 10 + 20 + 40);
  }

  @Test
  void theProvidersNoEndsIt() {
    answer(403, "{\"error\":\"access_denied\",\"error_description\":\"seeded-secret\"}");

    assertThatThrownBy(this::poll)
        .isInstanceOfSatisfying(
            SignInException.class, e -> assertThat(e.kind()).isEqualTo(SignInKind.DENIED))
        .hasMessageContaining("access_denied")
        .hasMessageNotContaining("seeded-secret");
  }

  @Test
  void anExpiredCodeEndsIt() {
    answer(400, "{\"error\":\"expired_token\"}");

    assertThatThrownBy(this::poll)
        .isInstanceOfSatisfying(
            SignInException.class, e -> assertThat(e.kind()).isEqualTo(SignInKind.CODE_EXPIRED));
  }

  @Test
  void anErrorThatTheCallerKnowsBetterIsGivenBack() {
    answer(400, "{\"error\":\"invalid_client\"}");

    assertThat(poll().error()).contains("invalid_client");
  }

  @Test
  void failuresEndWithTheCode() {
    for (int i = 0; i < 100; i++) {
      answer(500, "");
    }

    assertThatThrownBy(this::poll)
        .isInstanceOfSatisfying(
            SignInException.class, e -> assertThat(e.kind()).isEqualTo(SignInKind.CODE_EXPIRED));
    assertThat(elapsedSeconds()).isLessThan(900);
  }

  private IdentityAnswer poll() {
    DevicePace pace =
        DevicePace.start(clock, null, Duration.ofMinutes(15), Duration.ofMinutes(20), "Test");
    return DevicePolls.untilSignedIn(
        pace, "Test", timeLeft -> http.post(ENDPOINT, Map.of("device_code", "d"), timeLeft));
  }

  private long elapsedSeconds() {
    return Duration.ofNanos(clock.nanoTime()).toSeconds();
  }

  private void answer(int status, String json) {
    script.add(() -> response(status, "application/json", json));
  }

  private static HttpResponse response(int status, String type, String body) {
    return new HttpResponse(
        status, HttpHeaders.of(Map.of("Content-Type", List.of(type))), body.getBytes(UTF_8));
  }

  private final class Scripted implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      return script.remove().get();
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
