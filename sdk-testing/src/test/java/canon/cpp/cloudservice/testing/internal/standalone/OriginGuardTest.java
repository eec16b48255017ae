package canon.cpp.cloudservice.testing.internal.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginGuardTest {
  private final OriginGuard guard = new OriginGuard("http", List.of("Fake", "::ffff"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:8080",
        "10.0.0.7",
        "[::1]:8080",
        "fake:8080",
        "FAKE"
      })
  void acceptsAddressesLocalhostAndConfiguredNames(String host) {
    assertThat(guard.rejectHost(headers("Host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "fake.evil.example",
        "127.0.0.1@evil.example",
        "1.2.3",
        "2130706433",
        "999.1.1.1",
        "[evil]",
        ""
      })
  void rejectsOtherNames(String host) {
    assertThat(guard.rejectHost(headers("Host", host))).isPresent();
  }

  @Test
  void rejectsRequestsWithoutExactlyOneHost() {
    assertThat(guard.rejectHost(HttpHeaders.none())).isPresent();
    assertThat(
            guard.rejectHost(HttpHeaders.of(Map.of("Host", List.of("localhost", "evil.example")))))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "http://localhost:9", "https://localhost:8080", "null", ""})
  void rejectsPagesOfOtherOrigins(String origin) {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("Host", List.of("localhost:8080"), "Origin", List.of(origin)));

    assertThat(guard.isFromOwnPageOrNone(headers)).isFalse();
    assertThat(guard.isFromOwnPage(headers)).isFalse();
  }

  @Test
  void acceptsItsOwnPagesAndClientsThatAreNotBrowsers() {
    HttpHeaders own =
        HttpHeaders.of(
            Map.of(
                "Host", List.of("localhost:8080"),
                "Origin", List.of("http://localhost:8080"),
                "Sec-Fetch-Site", List.of("same-origin")));

    HttpHeaders none = headers("Host", "localhost:8080");
    assertThat(guard.isFromOwnPageOrNone(own)).isTrue();
    assertThat(guard.isFromOwnPage(own)).isTrue();
    assertThat(guard.isFromOwnPageOrNone(none)).isTrue();
    assertThat(guard.isFromOwnPage(none)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void rejectsRequestsThatTheBrowserMarksAsForeign(String site) {
    assertThat(guard.isFromOwnPageOrNone(headers("Sec-Fetch-Site", site))).isFalse();
  }

  @Test
  void theServerUsesIt() throws IOException {
    try (Steered fake = new Steered()) {
      assertThat(head(fake, "GET /_fake/state", "Host: evil.example")).startsWith("HTTP/1.1 403");
      assertThat(head(fake, "GET /v1/site", "Host: evil.example")).startsWith("HTTP/1.1 403");
      assertThat(head(fake, "GET /_fake/state", "Host: localhost")).startsWith("HTTP/1.1 200");
      assertThat(head(fake, "DELETE /_fake/log", "Host: localhost\r\nOrigin: http://evil.example"))
          .startsWith("HTTP/1.1 403")
          .doesNotContainIgnoringCase("access-control");
      assertThat(head(fake, "OPTIONS /_fake/log", "Host: localhost\r\nOrigin: http://evil.example"))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static String head(Steered fake, String request, String headers) throws IOException {
    URI address = fake.server().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      String text = request + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }
  }

  private static HttpHeaders headers(String name, String value) {
    return HttpHeaders.of(Map.of(name, List.of(value)));
  }
}
