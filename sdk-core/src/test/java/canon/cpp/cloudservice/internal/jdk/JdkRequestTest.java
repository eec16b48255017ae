package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.internal.http.HeaderMap;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkRequestTest {
  private static final URI ADDRESS = URI.create("https://cloud.example/v1/site");

  @Test
  void itIsTheRequestThatTheBuilderWouldMake() {
    HttpRequest built =
        HttpRequest.newBuilder(ADDRESS)
            .timeout(Duration.ofSeconds(3))
            .version(Version.HTTP_2)
            .setHeader("Accept", "application/json")
            .setHeader("X-Note", "a b")
            .build();

    HttpRequest request = request(Map.of("Accept", "application/json", "X-Note", "a b"));

    assertThat(request).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(request.headers()).isEqualTo(built.headers());
    assertThat(request.timeout()).isEqualTo(built.timeout());
    assertThat(request.version()).isEqualTo(built.version());
    assertThat(request.bodyPublisher()).isEqualTo(built.bodyPublisher()).isEmpty();
    assertThat(request.expectContinue()).isEqualTo(built.expectContinue());
  }

  @Test
  void itHasTheBody() {
    var body = BodyPublishers.ofString("{}");
    HttpRequest request =
        new JdkRequest(
            "POST", ADDRESS, Duration.ofSeconds(3), Version.HTTP_1_1, HeaderMap.EMPTY, body);

    assertThat(request.bodyPublisher()).containsSame(body);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers().map()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "connection", "Content-Length", "expect", "UPGRADE"})
  void headersOfTheClientItselfAreRejectedAsTheBuilderDoes(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpRequest.newBuilder(ADDRESS).setHeader(name, "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Map.of(name, "1")))
        .withMessageContaining(name);
  }

  private static HttpRequest request(Map<String, String> headers) {
    return new JdkRequest(
        "GET", ADDRESS, Duration.ofSeconds(3), Version.HTTP_2, HeaderMap.EMPTY.with(headers), null);
  }
}
