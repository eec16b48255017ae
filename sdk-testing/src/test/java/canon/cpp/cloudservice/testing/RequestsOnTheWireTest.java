package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the client never sends, but others may: how the fake reads requests. */
class RequestsOnTheWireTest {
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator("admin@contoso.com")
                      .user("john@contoso.com")
                      .printer("varioPRINT 140", "VP/10+0 1%", "Press 1")
                      .printer("varioPRINT 140", "prn_odd", "Press 2"))
          .build();
  private final Wire admin = Wire.as(fake, "admin@contoso.com");

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "'text'",
        "null",
        "{'email':'a@contoso.com'} {}",
        "{'email':'a@contoso.com','email':'b@contoso.com'}",
        "{email:'a@contoso.com'}",
        "{'email':'a@contoso.com',}",
        "// comment\n{'email':'a@contoso.com'}",
        "{'email':NaN}"
      })
  void aBodyIsOneJsonObject(String body) {
    assertThat(admin.post("/v1/users", body).fieldErrors())
        .containsExactly(body.isEmpty() ? "body: missing" : "body: malformed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                         | email: missing",
        "{'email':null}                             | email: missing",
        "{'email':7}                                | email: malformed",
        "{'email':['a@contoso.com']}                | email: malformed",
        "{'email':''}                               | email: blank",
        "{'email':'john'}                           | email: malformed",
        "{'email':'\\u0000@contoso.com'}            | email: malformed",
        "{'email':'\\ud800@contoso.com'}            | email: malformed",
        "{'email':'a@contoso.com','john@x.com':1}   | body: unknown-field",
      })
  void theFieldsOfABodyAreChecked(String body, String error) {
    Wire.Answer answer = admin.post("/v1/users", body);

    assertThat(answer.problem()).isEqualTo("400 validation-failed");
    assertThat(answer.fieldErrors()).containsExactly(error);
    assertThat(answer.text()).doesNotContain("john@x.com").doesNotContain("contoso");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                 | applications: missing",
        "{'all':false}                                      | applications: missing",
        "{'applications':[]}                                | applications: too-short",
        "{'applications':['remote-match','fax']}            | applications[1]: unknown-value",
        "{'applications':[1]}                               | applications[0]: malformed",
        "{'applications':'remote-match'}                    | applications: malformed",
        "{'applications':null}                              | applications: malformed",
        "{'all':true}                                       | body: unknown-field",
        "{'all':true,'applications':['remote-match']}       | body: unknown-field",
        "{'all':true,'some':true}                           | body: unknown-field",
      })
  void aRemovalMustNameItsLists(String body, String error) {
    assertThat(admin.post("/v1/users/john@contoso.com/removals", body).fieldErrors())
        .contains(error);
    assertThat(admin.get("/v1/users/john@contoso.com").json().path("applications")).hasSize(3);
  }

  @Test
  void allErrorsOfABodyAreReportedTogether() {
    Wire.Answer answer =
        admin.post(
            "/v1/printers",
            "{'series':'','serialNumber':'" + "x".repeat(65) + "','transfer':1,'colour':'red'}");

    assertThat(answer.fieldErrors())
        .containsExactlyInAnyOrder(
            "series: blank",
            "serialNumber: too-long",
            "printerProof: missing",
            "displayName: missing",
            "transfer: malformed",
            "body: unknown-field");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "'application/json; charset=UTF-8', 200",
    "'APPLICATION/JSON;charset=\"utf-8\"', 200",
    "'application/json; charset=iso-8859-1', 400",
    "text/plain, 400",
    "application/jsonx, 400",
    "application/x-www-form-urlencoded, 400"
  })
  void aBodyIsSentAsJson(String type, int status) {
    assertThat(
            admin
                .with("Content-Type", type)
                .post("/v1/users", "{'email':'a@contoso.com'}")
                .status())
        .isEqualTo(status);
  }

  @Test
  void aBodyHasOneMebibyteAtMost() {
    String spaces = " ".repeat(1024 * 1024 - 25);

    assertThat(admin.post("/v1/users", "{'email':'a@contoso.com'}" + spaces).status())
        .isEqualTo(200);
    assertThat(admin.post("/v1/users", "{'email':'b@contoso.com'}  " + spaces).fieldErrors())
        .containsExactly("body: too-long");
  }

  @Test
  void aKeyIsDecodedAfterThePathIsSplit() {
    assertThat(admin.get("/v1/printers/VP%2F10+0%201%25").json().path("serialNumber").asText())
        .isEqualTo("VP/10+0 1%");
    assertThat(admin.get("/v1/printers/VP%2F10%2B0%201%25").status()).isEqualTo(200);
    assertThat(admin.get("/v1/printers/VP/10+0%201%25").problem()).isEqualTo("501 not-modelled");
    assertThat(admin.get("/v1/users/john%40contoso.com").status()).isEqualTo(200);
    assertThat(admin.get("/v1/users/JOHN@b%C3%BCcher.example").problem())
        .isEqualTo("404 not-found");
    assertThat(admin.get("/v%31/site").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/users/john@, 400, userKey: malformed",
    "/v1/users/%FF@contoso.com, 400, userKey: malformed",
    "/v1/users/%22john%22@contoso.com, 400, userKey: malformed",
    "/v1/administrators/@, 400, administratorKey: malformed",
  })
  void aKeyWithAnAtSignIsAnAddress(String path, int status, String error) {
    Wire.Answer answer = admin.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.fieldErrors()).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/users/john, user",
    "/v1/users/usr_999999, user",
    "/v1/users/adm_000001, user",
    "/v1/administrators/usr_000001, administrator",
    "/v1/administrators/john@contoso.com, administrator",
    "/v1/printers/prn_odd, printer",
    "/v1/printers/%20, printer",
  })
  void anUnknownKeyIsNotFound(String path, String resource) {
    Wire.Answer answer = admin.get(path);

    assertThat(answer.problem()).isEqualTo("404 not-found");
    assertThat(answer.json().path("resource").asText()).isEqualTo(resource);
  }

  @Test
  void aTooLongKeyIsRejected() {
    assertThat(admin.get("/v1/users/" + "x".repeat(255)).fieldErrors())
        .containsExactly("userKey: too-long");
    assertThat(admin.get("/v1/printers/" + "x".repeat(65)).fieldErrors())
        .containsExactly("printerKey: too-long");
    assertThat(admin.get("/v1/printers/" + "x".repeat(64)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/site, PUT /v1/site is not modelled.",
    "HEAD, /v1/site, HEAD /v1/site is not modelled.",
    "GET, /, GET / is not modelled.",
    "GET, /v1/site/, GET /v1/site/ is not modelled.",
    "GET, /v1/users/, GET /v1/users/ is not modelled.",
    "PATCH, /v1/users/john@contoso.com, PATCH /v1/users/{userKey} is not modelled.",
    "GET, /v2/people/john@contoso.com, GET /v2/people/{...} is not modelled.",
    "GET, /v2/John%20Doe, GET /v2/{...} is not modelled.",
    "get, /v1/site, get /v1/site is not modelled.",
  })
  void requestsOutsideTheContractAreNotModelled(String method, String path, String detail) {
    Wire.Answer answer = admin.call(method, path);

    assertThat(answer.problem()).isEqualTo("501 not-modelled");
    assertThat(answer.json().path("detail").asText()).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer unknown",
        "Basic am9objpkb2U=",
        "fake-token-000001"
      })
  void aTokenThatTheFakeHasNotIssuedIsRejected(String authorization) {
    Wire.Answer answer =
        Wire.anonymous(fake).with("Authorization", authorization).get("/v1/session");

    assertThat(answer.problem()).isEqualTo("401 unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    String token = fake.tokenFor("admin@contoso.com").value();

    assertThat(
            Wire.anonymous(fake).with("authorization", "bEARER  " + token).get("/v1/site").status())
        .isEqualTo(200);
  }

  @Test
  void unknownQueryParametersAreIgnored() {
    assertThat(admin.get("/v1/site?x=1&&y&=z&%C3=1").status()).isEqualTo(200);
  }
}
