package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The validating transport finds violations of the contract. */
class ValidatingTransportTest {
  private static final Map<String, List<String>> HEADERS =
      Map.of("Content-Type", List.of("application/json"), "X-Request-Id", List.of("req-1"));

  @Test
  void aResponseWithoutARequiredFieldIsReported() {
    assertThatThrownBy(() -> site(HEADERS, "{\"id\":\"sit_1\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("createdAt");
  }

  @Test
  void aResponseWithoutARequestIdIsReported() {
    assertThatThrownBy(
            () ->
                site(
                    Map.of("Content-Type", List.of("application/json")),
                    "{\"id\":\"sit_1\",\"createdAt\":\"2030-01-01T00:00:00Z\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("X-Request-Id");
  }

  @Test
  void anInvalidRequestMustNotSucceed() {
    HttpTransport always =
        new CannedTransport(
            new HttpResponse(
                200,
                HttpHeaders.of(HEADERS),
                "{\"result\":\"ended\"}".getBytes(StandardCharsets.UTF_8)));
    HttpRequest withoutKey =
        HttpRequest.of(
                "DELETE",
                URI.create("https://cloudservice.invalid/v1/session"),
                java.time.Duration.ofSeconds(1))
            .withHeader("Authorization", "Bearer token");

    assertThatThrownBy(() -> new ValidatingTransport(always).send(withoutKey))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Idempotency-Key");
  }

  @Test
  void aRequestOutsideTheContractMustNotSucceed() throws InterruptedException {
    HttpRequest unknown =
        HttpRequest.of(
            "GET",
            URI.create("https://cloudservice.invalid/v1/faxes"),
            java.time.Duration.ofSeconds(1));

    assertThat(new ValidatingTransport(always(404)).send(unknown).status()).isEqualTo(404);
    assertThatThrownBy(() -> new ValidatingTransport(always(200)).send(unknown))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/v1/faxes");
  }

  private static HttpTransport always(int status) {
    return new CannedTransport(
        new HttpResponse(status, HttpHeaders.of(HEADERS), "{}".getBytes(StandardCharsets.UTF_8)));
  }

  private static void site(Map<String, List<String>> headers, String body) {
    HttpResponse answer =
        new HttpResponse(200, HttpHeaders.of(headers), body.getBytes(StandardCharsets.UTF_8));
    try (CloudServiceClient client =
        CloudServiceClient.builder(URI.create("https://cloudservice.invalid"))
            .transport(new ValidatingTransport(new CannedTransport(answer)))
            .build()) {
      client.withToken("token").site().get().execute();
    }
  }
}
