package canon.cpp.cloudservice.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.retry.RetryPolicy;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on a port of its own for one test class, which returns the same response to every
 * request, and a client for it that makes one attempt. Reset before each test.
 */
final class WireService implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  static final String TOKEN = "token-7f3a9c";
  static final String REQUEST_ID = "req_42";

  private final WireMockServer server =
      new WireMockServer(
          wireMockConfig()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .jettyAcceptors(1)
              .containerThreads(10));
  private final HttpTransport transport = HttpTransport.jdk().build();

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    transport.close();
    server.stop();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** A client without an account, for this server. */
  CloudServiceClientBuilder builder() {
    return builder(address());
  }

  CloudServiceClientBuilder builder(URI address) {
    return CloudServiceClient.builder(address)
        .transport(transport)
        .appInfo("WireTest/1.0")
        .retryPolicy(RetryPolicy.none())
        .executor(Runnable::run);
  }

  /**
   * A view with a token. It need not be closed: executor and transport are given, and no timer is
   * pending.
   */
  CloudServiceClient client() {
    return builder().build().withToken(TOKEN);
  }

  Exchange expects(String requestLine) {
    return new Exchange(this, requestLine);
  }

  void answersJson(String body) {
    answers(answer(200, "application/json", body));
  }

  void answersProblem(int status, String body) {
    answers(answer(status, "application/problem+json", body));
  }

  void answers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  static ResponseDefinitionBuilder answer(int status, String contentType, String body) {
    return answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static ResponseDefinitionBuilder answer(int status, String contentType, byte[] body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", contentType)
        .withHeader("X-Request-Id", REQUEST_ID)
        .withBody(body);
  }

  List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }

  LoggedRequest onlyRequest() {
    assertThat(requests()).hasSize(1);
    return requests().get(0);
  }
}
