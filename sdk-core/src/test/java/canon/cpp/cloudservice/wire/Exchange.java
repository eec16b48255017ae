package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One request and its response, byte for byte; each runs blocking and asynchronously:
 *
 * <pre>{@code
 * service
 *     .expects("GET /v1/site")
 *     .answering(SITE_JSON)
 *     .when(client -> client.site().get())
 *     .gives(SITE);
 * }</pre>
 */
final class Exchange {
  /** The headers that the transport adds itself. */
  private static final Set<String> TRANSPORT_HEADERS =
      Set.of("host", "connection", "content-length");

  private final WireService service;
  private final String requestLine;
  private String body = "";
  private String answer = "";
  private String etag = "";
  private boolean safe;

  Exchange(WireService service, String requestLine) {
    this.service = service;
    this.requestLine = requestLine;
  }

  Exchange withBody(String exactly) {
    body = exactly;
    return this;
  }

  /** The request has the condition. */
  Exchange withIfMatch(String exactly) {
    etag = exactly;
    return this;
  }

  /** The request changes nothing, whatever its method is, so it has no idempotency key. */
  Exchange withoutKey() {
    safe = true;
    return this;
  }

  Exchange answering(String json) {
    answer = json;
    return this;
  }

  <T> When<T> when(Function<CloudServiceClient, Call<T>> call) {
    return new When<>(call);
  }

  final class When<T> {
    private final Function<CloudServiceClient, Call<T>> call;

    private When(Function<CloudServiceClient, Call<T>> call) {
      this.call = call;
    }

    void gives(T value) {
      service.answersJson(answer);
      assertThat(call.apply(service.client()).execute()).isEqualTo(value);
      checkRequest(service.onlyRequest());

      service.answersJson(answer);
      assertThat(call.apply(service.client()).executeAsync().join()).isEqualTo(value);
      checkRequest(service.onlyRequest());
    }
  }

  private void checkRequest(LoggedRequest request) {
    assertThat(request.getMethod() + " " + request.getUrl()).isEqualTo(requestLine);
    assertThat(request.getBodyAsString()).isEqualTo(body);
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + WireService.TOKEN);
    assertThat(request.getHeader("Accept")).isEqualTo("application/json, application/problem+json");
    assertThat(request.getHeader("User-Agent"))
        .matches("WireTest/1\\.0 cloudservice-sdk-java/\\d+\\.\\d+\\.\\d+\\S* \\(Java \\S+\\)");
    assertThat(request.getHeader("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(request.getHeader("Attempt-Id")).matches("[0-9a-f]{16}-1");
    Set<String> names =
        new TreeSet<>(
            Set.of(
                "authorization",
                "accept",
                "accept-encoding",
                "user-agent",
                "traceparent",
                "attempt-id"));
    if (!etag.isEmpty()) {
      names.add("if-match");
      assertThat(request.getHeader("If-Match")).isEqualTo(etag);
    }
    if (!safe && !request.getMethod().getName().equals("GET")) {
      names.add("idempotency-key");
      assertThat(request.getHeader("Idempotency-Key")).matches("[0-9a-f]{32}");
    }
    if (!body.isEmpty()) {
      names.add("content-type");
      assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    }
    assertThat(ownHeaders(request)).isEqualTo(names);
  }

  private static Set<String> ownHeaders(LoggedRequest request) {
    Set<String> names = new TreeSet<>();
    request.getHeaders().keys().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    names.removeAll(TRANSPORT_HEADERS);
    return names;
  }
}
