package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads that obtain a service account's tokens without its key. */
class GoogleImpersonationTest {
  private static final String API = "https://api.cloud-service.example";
  private static final String CLOUD = "https://www.googleapis.com/auth/cloud-platform";
  private static final String POOL =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/ci";
  private static final String TOKEN_TYPE = "urn:ietf:params:oauth:token-type:";

  private final Google google = new Google();
  private final GoogleServiceAccount tool = google.fake.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = google.fake.serviceAccount("members");

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void anImpersonatedIdTokenHasAnAddressOnlyOnRequest() {
    members.allowImpersonationBy(tool.email());
    var access = google.sign(tool, google.wish(tool).put("scope", CLOUD)).text("access_token");

    var bare = impersonate(access, Json.object().put("audience", API)).claimsOf("token");
    var full =
        impersonate(access, Json.object().put("audience", API).put("includeEmail", true))
            .claimsOf("token");

    assertThat(bare.path("sub").asText()).isEqualTo(members.uniqueId());
    assertThat(bare.has("email")).isFalse();
    assertThat(full.path("email").asText()).isEqualTo(members.email());
    assertThat(google.fake.log().toString())
        .contains("/serviceAccounts/***:generateIdToken")
        .doesNotContain(members.email());
  }

  @Test
  void anAccountWithoutTheRoleCannotImpersonate() {
    var wish = Json.object().put("audience", API);
    var access = google.sign(tool, google.wish(tool).put("scope", CLOUD)).text("access_token");

    assertApiRejected(impersonate(access, wish), 403, "PERMISSION_DENIED");
    members.allowImpersonationBy(tool.email());
    var narrow = google.sign(tool, google.wish(tool).put("scope", "email")).text("access_token");
    assertApiRejected(impersonate(narrow, wish), 403, "PERMISSION_DENIED");
    assertApiRejected(impersonate("unknown", wish), 401, "UNAUTHENTICATED");
    assertApiRejected(impersonate(access, Json.object()), 400, "INVALID_ARGUMENT");
    var chain = Json.object().put("audience", API);
    chain.putArray("delegates").add("somebody");
    assertApiRejected(impersonate(access, chain), 501, "UNIMPLEMENTED");
    google.clock.advance(Duration.ofHours(1));
    assertApiRejected(impersonate(access, wish), 401, "UNAUTHENTICATED");
  }

  @Test
  void aTokenOfATrustedIssuerCanBeExchangedAndImpersonateAServiceAccount() {
    var pipeline = WorkloadIssuer.of("https://ci.contoso.com", google.clock);
    google.fake.trust(POOL, pipeline);
    members.allowImpersonationBy(google.fake.principal(POOL, "job-1"));

    var exchanged = exchange(pipeline.token("job-1", "https:" + POOL));

    assertThat(exchanged.text("issued_token_type")).isEqualTo(TOKEN_TYPE + "access_token");
    var access = exchanged.text("access_token");
    var scope = Json.object();
    scope.putArray("scope").add(CLOUD);
    var asMembers =
        google.web.postJson(
            "/v1/projects/-/serviceAccounts/" + members.email() + ":generateAccessToken",
            scope.toString(),
            "Authorization",
            "Bearer " + access);
    assertThat(asMembers.text("accessToken")).startsWith("ya29.");
    assertThat(asMembers.text("expireTime")).isEqualTo("2030-01-01T01:00:00Z");
    assertThat(impersonate(access, Json.object().put("audience", API)).status()).isEqualTo(200);
  }

  @Test
  void anUntrustedTokenCannotBeExchanged() {
    var pipeline = WorkloadIssuer.of("https://ci.contoso.com", google.clock);
    var good = pipeline.token("job-1", POOL);
    assertThat(exchange(good).text("error")).isEqualTo("invalid_target");

    google.fake.trust(POOL, pipeline);

    assertThat(exchange(good).status()).isEqualTo(200);
    var stranger = WorkloadIssuer.of("https://stranger.example", google.clock);
    assertThat(exchange(stranger.token("job-1", POOL)).text("error")).isEqualTo("invalid_grant");
    assertThat(exchange(pipeline.token("job-1", API)).text("error")).isEqualTo("invalid_grant");
    assertThat(exchange("no token").text("error")).isEqualTo("invalid_grant");
    google.clock.advance(Duration.ofHours(1));
    assertThat(exchange(good).text("error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type, other, unsupported_grant_type",
    "requested_token_type, other, invalid_request",
    "subject_token_type, other, invalid_request",
    "scope, '', invalid_request"
  })
  void invalidExchangesAreRejected(String name, String value, String error) {
    var form = Web.with(exchangeForm("any"), name, value);

    assertThat(google.web.post("/v1/token", form).text("error")).isEqualTo(error);
  }

  private Web.Reply impersonate(String accessToken, ObjectNode body) {
    return google.web.postJson(
        "/v1/projects/-/serviceAccounts/" + members.email() + ":generateIdToken",
        body.toString(),
        "Authorization",
        "Bearer " + accessToken);
  }

  private Web.Reply exchange(String subjectToken) {
    return google.web.post("/v1/token", exchangeForm(subjectToken));
  }

  private static Map<String, String> exchangeForm(String subjectToken) {
    return Map.of(
        "grant_type",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "audience",
        POOL,
        "scope",
        CLOUD,
        "requested_token_type",
        TOKEN_TYPE + "access_token",
        "subject_token_type",
        TOKEN_TYPE + "jwt",
        "subject_token",
        subjectToken);
  }

  private static void assertApiRejected(Web.Reply answer, int code, String status) {
    assertThat(answer.status()).isEqualTo(code);
    assertThat(answer.json().path("error").path("status").asText()).isEqualTo(status);
    assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(code);
  }
}
