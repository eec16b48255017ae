package canon.cpp.cloudservice.testing.contract;

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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The transport that guards the contract notices what breaks it. */
class ValidatingTransportTest {
  private static final Map<String, List<String>> HEADERS =
      Map.of("Content-Type", List.of("application/json"), "X-Request-Id", List.of("req-1"));

  @Test
  void anAnswerWithoutARequiredFieldIsNoticed() {
    assertThatThrownBy(() -> site(HEADERS, "{\"id\":\"sit_1\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("createdAt");
  }

  @Test
  void anAnswerWithoutRequestIdIsNoticed() {
    assertThatThrownBy(
            () ->
                site(
                    Map.of("Content-Type", List.of("application/json")),
                    "{\"id\":\"sit_1\",\"createdAt\":\"2030-01-01T00:00:00Z\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("X-Request-Id");
  }

  @Test
  void aRequestThatBreaksTheContractMustNotSucceed() {
    HttpTransport always =
        new Canned(
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

  private static void site(Map<String, List<String>> headers, String body) {
    HttpResponse answer =
        new HttpResponse(200, HttpHeaders.of(headers), body.getBytes(StandardCharsets.UTF_8));
    try (CloudServiceClient client =
        CloudServiceClient.builder(URI.create("https://cloudservice.invalid"))
            .transport(new ValidatingTransport(new Canned(answer)))
            .build()) {
      client.withToken("token").site().get().execute();
    }
  }

  /** Always the same answer. */
  private record Canned(HttpResponse answer) implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      return answer;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void close() {}
  }
}
