package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static canon.cpp.cloudservice.wire.Samples.SITE;
import static canon.cpp.cloudservice.wire.Samples.SITE_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.site.Site;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeadersWireTest {
  private static final String ACTIVATION =
      "{\"firstActivation\":true,\"user\":%s}".formatted(JOHN_JSON);

  @RegisterExtension static final WireService service = new WireService();

  @Test
  void eachExecutionHasItsOwnIdempotencyKey() {
    service.answersJson(ACTIVATION);
    Change<Activation> change = service.client().remoteControl().activate();

    change.execute();
    change.execute();

    assertThat(service.requests())
        .extracting(request -> request.getHeader("Idempotency-Key"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void theCallersIdempotencyKeyIsSent() {
    service.answersJson(ACTIVATION);

    service.client().remoteControl().activate().idempotencyKey("job-7/line-3~!").execute();

    assertThat(service.onlyRequest().getHeader("Idempotency-Key")).isEqualTo("job-7/line-3~!");
  }

  @Test
  void eachCallStartsItsOwnTrace() {
    service.answersJson(SITE_JSON);

    service.client().site().get().execute();
    service.client().site().get().execute();

    assertThat(service.requests())
        .extracting(request -> request.getHeader("traceparent").substring(3, 35))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void theCallersTraceIsContinued() {
    service.answersJson(SITE_JSON);
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    service.client().site().get().header("TraceParent", trace).execute();

    LoggedRequest request = service.onlyRequest();
    assertThat(request.header("traceparent").values()).containsExactly(trace);
  }

  @Test
  void theLastOfTwoHeadersWithTheSameNameIsSentWhateverTheirCase() {
    service.answersJson(SITE_JSON);

    service.client().site().get().header("X-Note", "1").header("x-note", "2").execute();

    assertThat(service.onlyRequest().header("X-Note").values()).containsExactly("2");
  }

  @Test
  void theUserAgentNamesTheApplicationBeforeTheLibrary() {
    service.answersJson(SITE_JSON);

    service
        .builder()
        .appInfo("  SettingsEditor/2.3 ")
        .build()
        .withToken("t")
        .site()
        .get()
        .execute();

    assertThat(service.onlyRequest().getHeader("User-Agent"))
        .startsWith("SettingsEditor/2.3 cloudservice-sdk-java/");
  }

  @Test
  void aTokenBoundToTheServiceIsSent() {
    service.answersJson(SITE_JSON);
    AccessToken token = AccessToken.of("bound").boundTo(service.address().resolve("/any/path"));

    service.builder().build().withToken(token).site().get().execute();

    assertThat(service.onlyRequest().getHeader("Authorization")).isEqualTo("Bearer bound");
  }

  @Test
  void aResponseContainsStatusHeadersAndRequestId() {
    service.answers(
        WireService.answer(200, "application/json", SITE_JSON)
            .withHeader("Idempotency-Replayed", "true"));

    Response<Site> response = service.client().site().get().withResponse().execute();

    assertThat(response.value()).isEqualTo(SITE);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.requestId()).isEqualTo(WireService.REQUEST_ID);
    assertThat(response.attempts()).isEqualTo(1);
    assertThat(response.headers().first("idempotency-replayed")).hasValue("true");
  }
}
