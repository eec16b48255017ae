package canon.cpp.cloudservice.signin.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityHttpTest {
  private static final URI TOKEN = URI.create("https://login.example/token");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private HttpRequest sent;

  @Test
  void aFormIsSentEncodedAndTheResponseIsRead() {
    IdentityResponse answer =
        answering(200, "application/json", "{\"a\":\"b\",\"n\":\"7\"}")
            .post(TOKEN, Map.of("client secret", "a&b=c+d"), MINUTE);

    assertThat(new String(sent.body(), StandardCharsets.US_ASCII))
        .isEqualTo("client%20secret=a%26b%3Dc%2Bd");
    assertThat(sent.maxBodyBytes()).isEqualTo(IdentityHttp.MAX_BODY_BYTES);
    assertThat(answer.text("a")).contains("b");
    assertThat(answer.number("n")).hasValue(7);
    assertThat(answer).hasToString("IdentityResponse[200]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\"secret\"} trailing", "[]", "\"secret\"", "secret", "{"})
  void aBodyThatIsNotAnObjectIsReportedAndNotQuoted(String body) {
    AuthenticationException failure = failure(answering(200, "application/json", body));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure).hasMessageContaining("cannot be read as JSON").hasMessageContaining("200");
    assertThat(failure.toString()).doesNotContain("secret");
    assertThat(failure).hasNoCause();
  }

  @Test
  void aRedirectIsNotFollowed() {
    AuthenticationException failure = failure(answering(307, "text/plain", ""));

    assertThat(failure).hasMessageContaining("a request with a secret does not follow redirects");
    assertThat(failure.status()).hasValue(307);
  }

  @Test
  void anHtmlPageIsReportedAsAProxys() {
    AuthenticationException failure = failure(answering(200, "text/html", "<html>secret</html>"));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.PROXY);
    assertThat(failure.toString()).doesNotContain("secret");
  }

  @Test
  void anErrorWithoutJsonIsReturned() {
    IdentityResponse answer =
        answering(503, "text/plain", "busy").post(TOKEN, Map.of("a", "b"), MINUTE);

    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.error()).isEmpty();
    assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @CsvSource({
    "PROXY, PROXY",
    "TIMEOUT, TIMED_OUT",
    "CONNECT, TOKEN_ENDPOINT",
    "TLS, TOKEN_ENDPOINT",
    "CONNECTION_LOST, TOKEN_ENDPOINT"
  })
  void aFailureOfTheTransportIsReported(
      HttpTransportException.Reason reason, AuthenticationErrorKind kind) {
    AuthenticationException failure =
        failure(
            http(
                request -> {
                  throw new HttpTransportException(reason, false, "for a reason", null);
                }));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageContaining("no response was received from https://login.example: for a reason");
  }

  @Test
  void anInterruptIsKept() {
    AuthenticationException failure =
        failure(
            http(
                request -> {
                  throw new InterruptedException();
                }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CANCELLED);
  }

  private static AuthenticationException failure(IdentityHttp http) {
    return catchThrowableOfType(
        AuthenticationException.class, () -> http.post(TOKEN, Map.of("a", "b"), MINUTE));
  }

  private IdentityHttp answering(int status, String type, String body) {
    Map<String, List<String>> headers =
        Map.of("Content-Type", List.of(type), "Retry-After", List.of("9"));
    return http(
        request -> {
          sent = request;
          return new HttpResponse(
              status, HttpHeaders.of(headers), body.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static IdentityHttp http(Send send) {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public HttpResponse send(HttpRequest request) throws InterruptedException {
            return send.send(request);
          }

          @Override
          public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void close() {}
        };
    return new IdentityHttp(transport, "Provider", Clock.systemUTC());
  }

  private interface Send {
    HttpResponse send(HttpRequest request) throws InterruptedException;
  }
}
