package canon.cpp.cloudservice.signin.internal.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that end polling for a device code's tokens, and those that do not. */
class DevicePollingTest {
  private static final URI ENDPOINT = URI.create("https://login.example/token");

  private final FakeClock clock = new FakeClock();
  private final Deque<Supplier<HttpResponse>> script = new ArrayDeque<>();
  private final List<Duration> allowed = new ArrayList<>();
  private Supplier<HttpResponse> afterwards;
  private Duration callersTime = Duration.ofMinutes(20);
  private final IdentityHttp http = new IdentityHttp(new Scripted(), "Test", clock);

  @Test
  void pendingAndSlowDownContinueWhateverTheirStatus() {
    answer(428, "{\"error\":\"authorization_pending\"}");
    answer(403, "{\"error\":\"slow_down\"}");
    answer(400, "{\"error\":\"authorization_pending\"}");
    answer(200, "{\"id_token\":\"t\"}");

    assertThat(poll().text("id_token")).contains("t");
    assertThat(elapsedSeconds()).isEqualTo(5 + 5 + 10 + 10);
  }

  @Test
  void transientFailuresOfNetworkAndServersDoNotEndPolling() {
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
  void anyOtherErrorEndsPollingWithTheProvidersMeaning() {
    answer(403, "{\"error\":\"access_denied\"}");

    AuthenticationException failure = failure();

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.OTHER);
    assertThat(failure.errorCode()).contains("access_denied");
    assertThat(elapsedSeconds()).isEqualTo(5);
  }

  @Test
  void aRedirectEndsPolling() {
    answer(302, "");

    AuthenticationException failure = failure();

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(elapsedSeconds()).isEqualTo(5);
  }

  @Test
  void aPersistentFailureIsReportedInsteadOfTheExpiredCode() {
    answer(503, "");
    forever(() -> response(200, "text/html", "<html>proxy</html>"));

    assertThat(failure().kind()).isEqualTo(AuthenticationErrorKind.PROXY);
    assertThat(elapsedSeconds()).isBetween(840L, 899L);
  }

  @Test
  void aPersistentServerFailureIsReportedWithTheProvidersMeaning() {
    forever(() -> response(503, "application/json", ""));

    assertThat(failure().status()).hasValue(503);
  }

  @Test
  void aPersistentFailureIsReportedInsteadOfTheDeadline() {
    callersTime = Duration.ofMinutes(2);
    forever(() -> response(200, "text/html", "<html>proxy</html>"));

    assertThat(failure().kind()).isEqualTo(AuthenticationErrorKind.PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_pending", "slow_down"})
  void aTransientFailureIsNotReportedAsTheCause(String error) {
    script.add(() -> response(200, "text/html", "<html>proxy</html>"));
    forever(() -> response(400, "application/json", "{\"error\":\"" + error + "\"}"));

    assertThat(failure().kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
  }

  @Test
  void anInterruptIsReportedAlsoAfterAFailure() {
    script.add(
        () -> {
          Thread.currentThread().interrupt();
          return response(200, "text/html", "<html>proxy</html>");
        });

    assertThat(failure().kind()).isEqualTo(AuthenticationErrorKind.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPollingRequestIsAllowedThirtySeconds() {
    answer(200, "{\"id_token\":\"t\"}");

    assertThat(poll().isSuccess()).isTrue();
    assertThat(allowed).containsExactly(Duration.ofSeconds(30));
  }

  private AuthenticationException failure() {
    AuthenticationException failure =
        catchThrowableOfType(AuthenticationException.class, this::poll);
    assertThat(failure).isNotNull();
    return failure;
  }

  private IdentityResponse poll() {
    DevicePollingSchedule pace =
        DevicePollingSchedule.start(clock, null, Duration.ofMinutes(15), callersTime, "Test");
    return new DevicePolling(pace, this::rejection)
        .untilSignedIn(
            timeLeft -> {
              allowed.add(timeLeft);
              return http.post(ENDPOINT, Map.of("device_code", "d"), timeLeft);
            });
  }

  private AuthenticationException rejection(IdentityResponse answer) {
    return http.failure(AuthenticationErrorKind.OTHER)
        .status(answer.status())
        .errorCode(answer.error().orElse(null))
        .retryAfter(answer.retryAfter())
        .build();
  }

  private long elapsedSeconds() {
    return Duration.ofNanos(clock.nanoTime()).toSeconds();
  }

  private void answer(int status, String json) {
    script.add(() -> response(status, "application/json", json));
  }

  private void forever(Supplier<HttpResponse> answer) {
    afterwards = answer;
  }

  private static HttpResponse response(int status, String type, String body) {
    return new HttpResponse(
        status, HttpHeaders.of(Map.of("Content-Type", List.of(type))), body.getBytes(UTF_8));
  }

  private final class Scripted implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      return (script.isEmpty() ? afterwards : script.remove()).get();
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
