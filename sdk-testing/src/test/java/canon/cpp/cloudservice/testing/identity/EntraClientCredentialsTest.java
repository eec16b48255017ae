package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraClientCredentialsTest {
  private static final String SECRET = "not-a-real-secret";
  private static final String SUBJECT = "system:serviceaccount:tools:partner";
  private final Entra entra = new Entra();
  private final EntraApp tool = entra.fake.app("partner-tool").role("Members.Administer");

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aTokenObtainedWithASecretHasNoAddress() {
    var answer = entra.web.post(entra.tokenPath, secretForm());

    var claims = answer.claimsOf("access_token");
    assertThat(claims.path("aud").asText()).isEqualTo(entra.fake.apiId());
    assertThat(claims.path("oid").asText()).isEqualTo(tool.principalId(entra.contoso));
    assertThat(claims.path("sub")).isEqualTo(claims.path("oid"));
    assertThat(claims.path("roles").path(0).asText()).isEqualTo("Members.Administer");
    assertThat(claims.path("idtyp").asText()).isEqualTo("app");
    assertThat(claims.path("azpacr").asText()).isEqualTo("1");
    assertThat(claims.has("email")).isFalse();
    assertThat(claims.has("preferred_username")).isFalse();
    assertThat(claims.has("scp")).isFalse();
    assertThat(answer.json().has("refresh_token")).isFalse();
  }

  @Test
  void theSecretIsAcceptedInTheHeader() {
    var form = Web.with(Web.with(secretForm(), "client_secret", ""), "client_id", "");
    var pair = tool.clientId() + ":" + SECRET;
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    var answer = entra.web.post(entra.tokenPath, form, "Authorization", "Basic " + basic);

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "client_secret, wrong, invalid_client, 7000215",
    "client_secret, '', invalid_client, 7000218",
    "scope, '', invalid_scope, 1002012",
    "scope, api://00000000-0000-0000-0000-000000000000/.default, invalid_resource, 500011",
    "scope, elsewhere, invalid_scope, 70011",
    "claims, no-json, invalid_request, 501561"
  })
  void invalidRequestsAreRejected(String name, String value, String error, int code) {
    var answer = entra.web.post(entra.tokenPath, Web.with(secretForm(), name, value));

    assertRejected(answer, error, code);
  }

  @Test
  void onlyConsentedScopesCanBeRequested() {
    var form = Web.with(secretForm(), "scope", entra.fake.apiScope());

    assertRejected(entra.web.post(entra.tokenPath, form), "invalid_scope", 1002012);
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers"})
  void aSharedTenantIsRejected(String realm) {
    var answer = entra.web.post("/" + realm + "/oauth2/v2.0/token", secretForm());

    assertRejected(answer, "invalid_request", 50059);
  }

  @Test
  void aPublicClientGetsNoToken() {
    var form = Web.with(secretForm(), "client_id", entra.editor.clientId());

    var answer = entra.web.post(entra.tokenPath, Web.with(form, "client_secret", ""));

    assertRejected(answer, "invalid_client", 7000218);
  }

  @ParameterizedTest
  @ValueSource(strings = {Jwt.RS256, Jwt.PS256})
  void anAssertionSignedWithTheCertificateIsAccepted(String algorithm) throws Exception {
    var certificate = FakeCertificate.named("partner-tool");
    tool.certificate(certificate.certificate());

    var answer =
        entra.web.post(entra.tokenPath, assertionForm(assertion(certificate, algorithm, claims())));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.claimsOf("access_token").path("azpacr").asText()).isEqualTo("2");
  }

  @Test
  void aThumbprintMayUsePaddingAndTheStandardAlphabet() throws Exception {
    var certificate = FakeCertificate.named("partner-tool");
    tool.certificate(certificate.certificate());
    var digest = MessageDigest.getInstance("SHA-1");
    var thumbprint = digest.digest(certificate.certificate().getEncoded());
    var header =
        Json.object()
            .put("alg", Jwt.RS256)
            .put("x5t", Base64.getEncoder().encodeToString(thumbprint));

    var answer =
        entra.web.post(
            entra.tokenPath, assertionForm(Jwt.sign(header, claims(), certificate.privateKey())));

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost/contoso.com", "https://localhost:8443/contoso.com"})
  void theAudienceOfAnAssertionMayNameTheTenantAndAnotherPort(String audience) throws Exception {
    var certificate = FakeCertificate.named("partner-tool");
    tool.certificate(certificate.certificate());
    var claims = claims().put("aud", audience + "/oauth2/v2.0/token");
    var form = assertionForm(assertion(certificate, Jwt.RS256, claims));

    assertThat(entra.web.post("/contoso.com/oauth2/v2.0/token", form).status()).isEqualTo(200);
  }

  @Test
  void anAssertionOfAnotherKeyIsRejected() throws Exception {
    var registered = FakeCertificate.named("partner-tool");
    var stranger = FakeCertificate.named("stranger");
    tool.certificate(registered.certificate());

    assertRejected(assertion(stranger, Jwt.RS256, claims()), 700027);
    var header = header(registered, Jwt.RS256);
    assertRejected(Jwt.sign(header, claims(), stranger.privateKey()), 700027);
  }

  @ParameterizedTest
  @CsvSource({
    "aud, https://elsewhere.example/token, 700023",
    "aud, https://localhost/fabrikam.com/oauth2/v2.0/token, 700023",
    "aud, not an address, 700023",
    "sub, somebody-else, 700021",
    "iss, somebody-else, 700211"
  })
  void anAssertionWithWrongClaimsIsRejected(String name, String value, int code) throws Exception {
    var certificate = FakeCertificate.named("partner-tool");
    tool.certificate(certificate.certificate());

    assertRejected(assertion(certificate, Jwt.RS256, claims().put(name, value)), code);
  }

  @Test
  void anAssertionIsRejectedOutsideItsValidity() throws Exception {
    var certificate = FakeCertificate.named("partner-tool");
    tool.certificate(certificate.certificate());
    long now = entra.clock.instant().getEpochSecond();

    assertRejected(assertion(certificate, Jwt.RS256, claims().put("exp", now)), 700024);
    assertRejected(assertion(certificate, Jwt.RS256, claims().put("nbf", now + 1)), 700024);
    assertRejected("no token", 50027);
  }

  @Test
  void aTokenOfATrustedIssuerAuthenticatesTheApplication() {
    var cluster = WorkloadIssuer.of("https://cluster.contoso.com", entra.clock);
    tool.federate(cluster, SUBJECT);
    var good = cluster.token(SUBJECT, "api://AzureADTokenExchange");

    assertThat(entra.web.post(entra.tokenPath, assertionForm(good)).status()).isEqualTo(200);
    assertRejected(cluster.token("somebody-else", "api://AzureADTokenExchange"), 700213);
    assertRejected(cluster.token(SUBJECT, "somewhere-else"), 700212);
    var stranger = WorkloadIssuer.of("https://stranger.example", entra.clock);
    assertRejected(stranger.token(SUBJECT, "api://AzureADTokenExchange"), 700211);
  }

  private Map<String, String> secretForm() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", tool.secret(SECRET).clientId());
    form.put("client_secret", SECRET);
    form.put("scope", entra.fake.apiDefaultScope());
    return form;
  }

  private Map<String, String> assertionForm(String assertion) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", tool.clientId());
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", assertion);
    form.put("scope", entra.fake.apiDefaultScope());
    return form;
  }

  private ObjectNode claims() {
    long now = entra.clock.instant().getEpochSecond();
    return Json.object()
        .put("iss", tool.clientId())
        .put("sub", tool.clientId())
        .put("aud", entra.fake.address() + entra.tokenPath)
        .put("jti", "assertion-1")
        .put("nbf", now)
        .put("exp", now + 600);
  }

  private static String assertion(FakeCertificate certificate, String algorithm, ObjectNode claims)
      throws Exception {
    return Jwt.sign(header(certificate, algorithm), claims, certificate.privateKey());
  }

  private static ObjectNode header(FakeCertificate certificate, String algorithm) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var thumbprint = digest.digest(certificate.certificate().getEncoded());
    return Json.object().put("alg", algorithm).put("x5t#S256", Base64Url.encode(thumbprint));
  }

  private void assertRejected(String assertion, int code) {
    var answer = entra.web.post(entra.tokenPath, assertionForm(assertion));
    assertRejected(answer, "invalid_client", code);
  }

  private static void assertRejected(Web.Reply answer, String error, int code) {
    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
  }
}
