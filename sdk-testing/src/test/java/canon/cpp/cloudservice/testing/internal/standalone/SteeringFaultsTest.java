package canon.cpp.cloudservice.testing.internal.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.standalone.Steered.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that are added over HTTP. */
class SteeringFaultsTest {
  private static final String JANE = "{'email':'jane@contoso.com'}";

  private final Steered fake = new Steered();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aProblemCodeMayHaveAnUnpairedSurrogate() {
    Reply added = fake.steer("POST", "/faults", "{'respond':{'status':500,'code':'\\ud800'}}");

    assertThat(added.status()).isEqualTo(200);
    assertThat(fake.ask("GET", "/v1/site", null).problem()).isEqualTo("500 ?");
  }

  @Test
  void aDateFarFromTheFakesTimeIsSentAsADate() {
    fake.steer("POST", "/faults", "{'retryAt':'0001-01-01T00:00:00Z','respond':{'status':503}}");

    assertThat(fake.retryAfter("/v1/site")).isEqualTo("Mon, 01 Jan 0001 00:00:00 GMT");
  }

  @Test
  void aFaultAppliesAsOftenAsSpecified() {
    Reply added =
        fake.steer(
            "POST",
            "/faults",
            "{'on':'getSite','times':1,'retryAfter':'PT5S','respond':{'status':503}}");

    assertThat(added.json().path("description").asText())
        .isEqualTo("on getSite, times 1: Retry-After 5, respond 503");
    assertThat(fake.ask("GET", "/v1/site", null).status()).isEqualTo(503);
    assertThat(fake.ask("GET", "/v1/site", null).status()).isEqualTo(200);
    assertThat(fake.steer("GET", "/faults", null).json().at("/faults/0/happened").asInt())
        .isEqualTo(1);
  }

  @Test
  void aFaultIsRemovedAloneAndWithAllOthers() {
    fake.steer("POST", "/faults", "{'on':'getSite','respond':{'status':500}}");
    fake.steer(
        "POST", "/faults", "{'on':'getSite','respond':{'status':501,'code':'of-the-future'}}");
    fake.steer("PUT", "/chaos", "{'seed':42}");

    fake.steer("DELETE", "/faults/flt_1", null);
    assertThat(fake.ask("GET", "/v1/site", null).problem()).isEqualTo("501 of-the-future");
    assertThat(fake.steer("DELETE", "/faults/flt_1", null).problem()).isEqualTo("404 not-found");
    assertThat(fake.steer("GET", "/faults", null).json().path("chaosSeed").asInt()).isEqualTo(42);

    Reply none = fake.steer("DELETE", "/faults", null);
    assertThat(none.text().replaceAll("\\s", "")).isEqualTo("{\"faults\":[]}");
    assertThat(fake.ask("GET", "/v1/site", null).status()).isEqualTo(200);
  }

  @Test
  void aRateLimitRejectsRequestsToTheServiceUntilFaultsAreCleared() {
    Reply limited = fake.steer("PUT", "/rate-limit", "{'requests':1,'period':'PT1000H'}");
    assertThat(limited.json().at("/rateLimit/requests").asInt()).isEqualTo(1);
    assertThat(limited.json().at("/rateLimit/period").asText()).isEqualTo("PT1000H");

    assertThat(fake.ask("GET", "/v1/site", null).status()).isEqualTo(200);
    fake.steer("POST", "/clock/advance", "{'by':'P100D'}");
    assertThat(fake.ask("GET", "/v1/site", null).problem()).isEqualTo("429 rate-limited");
    assertThat(fake.steer("GET", "/faults", null).json().has("rateLimit")).isTrue();

    Reply none = fake.steer("DELETE", "/faults", null);
    assertThat(none.text().replaceAll("\\s", "")).isEqualTo("{\"faults\":[]}");
    assertThat(fake.ask("GET", "/v1/site", null).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'requests':1}",
        "{'period':'PT1S'}",
        "{'requests':0,'period':'PT1S'}",
        "{'requests':1000001,'period':'PT1S'}",
        "{'requests':1,'period':'PT0S'}",
        "{'requests':1,'period':'1s'}",
        "{'requests':1,'period':'PT1S','per':'second'}",
      })
  void aRateLimitThatCannotBeKeptIsRejected(String limit) {
    assertThat(fake.steer("PUT", "/rate-limit", limit).problem())
        .isEqualTo("400 validation-failed");
    assertThat(fake.steer("GET", "/faults", null).json().has("rateLimit")).isFalse();
  }

  @Test
  void aFaultSelectsByAccountAndRequest() {
    fake.steer("POST", "/faults", "{'by':{'email':'Deputy@Contoso.com'},'respond':{'status':500}}");
    fake.steer(
        "POST",
        "/faults",
        "{'when':{'method':'GET','path':'/v1/users','query':'pageSize=1'},'respond':{'status':502}}");
    fake.steer(
        "POST",
        "/faults",
        "{'when':{'idempotencyKey':'key','attempt':2},'respond':{'status':503}}");

    assertThat(fake.ask("GET", "/v1/users?pageSize=2", null).status()).isEqualTo(200);
    assertThat(fake.ask("GET", "/v1/users?pageSize=1", null).status()).isEqualTo(502);
    String deputy =
        fake.steer("POST", "/tokens", "{'email':'deputy@contoso.com'}")
            .json()
            .path("token")
            .asText();
    assertThat(fake.askWith(deputy, "/v1/site").status()).isEqualTo(500);
  }

  @Test
  void oneFaultCanHaveManyEffects() {
    Reply added =
        fake.steer(
            "POST",
            "/faults",
            "{'skip':1,'delayed':'PT1S','tokenExpired':true,'tokenRevoked':true,"
                + "'retryAt':'2030-01-01T00:00:10Z','malformedBody':true,'contentType':'text/html',"
                + "'truncatedBody':true,'slowBody':'PT2S','then':'passThrough'}");

    assertThat(added.json().path("description").asText())
        .isEqualTo(
            "on every operation, after 1: delayed by PT1S, token expired, token revoked, Retry-After"
                + " Tue, 01 Jan 2030 00:00:10 GMT, malformed body, content type text/html, truncated body, slow body for"
                + " PT2S, pass through");
  }

  @Test
  void aHeldRequestContinuesWhenReleased() {
    fake.steer("POST", "/faults", "{'on':'addUser','times':1,'then':'hold'}");
    CompletableFuture<Reply> held = fake.askAsync("POST", "/v1/users", JANE, "k");
    fake.awaitHeld();
    assertThat(held).isNotDone();

    fake.steer("POST", "/faults/flt_1/release", null);

    assertThat(held.join().status()).isEqualTo(200);
  }

  @Test
  void theAdminApiRespondsHoweverManyRequestsAreHeld() {
    int many = 100; // More than there are threads.
    fake.steer("POST", "/faults", "{'on':'getSite','then':'hold'}");
    List<CompletableFuture<Reply>> held =
        IntStream.range(0, many)
            .mapToObj(i -> fake.askAsync("GET", "/v1/site", null, "key"))
            .toList();
    while (fake.steer("GET", "/faults", null).json().at("/faults/0/happened").asInt() < many) {
      Thread.onSpinWait();
    }

    fake.steer("POST", "/faults/flt_1/release", null);

    assertThat(held).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(200));
  }

  @Test
  void removingAFaultReleasesItsHeldRequests() {
    fake.steer("POST", "/faults", "{'on':'addUser','times':1,'then':'hold'}");
    CompletableFuture<Reply> held = fake.askAsync("POST", "/v1/users", JANE, "k");
    fake.awaitHeld();

    fake.steer("DELETE", "/faults/flt_1", null);

    assertThat(held.join().status()).isEqualTo(200);
    assertThat(fake.steer("POST", "/faults/flt_1/release", null).problem())
        .isEqualTo("404 not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'on':'addUser'}                                   | either respond or then
          {'respond':{'status':503},'then':'hold'}            | either respond or then
          {'on':'addUsers','then':'hold'}                    | $.on is not the name of an operation; the operations are [activate
          {'then':'explode'}                                 | $.then must be one of passThrough
          {'respond':{'status':200}}                          | 400 to 599
          {'respond':{}}                                      | $.respond.status
          {'times':0,'then':'hold'}                          | $.times must be a whole number of at least 1
          {'skip':-1,'then':'hold'}                          | $.skip must be a whole number of at least 0
          {'delayed':'-PT1S','then':'passThrough'}            | cannot be negative
          {'delayed':'soon','then':'passThrough'}             | $.delayed must be a duration
          {'contentType':'a\\nb','then':'passThrough'}              | $.contentType must be
          {'when':{'header':'x'},'then':'hold'}              | has an unknown field: header
          {'by':{},'then':'hold'}                            | $.by.email is missing
          {'by':{'email':'j'},'then':'hold'}                 | $.by.email is not valid
          {'delayed':'PT9223372036854775807.5S','then':'passThrough'}    | cannot be longer
          {'slowBody':'PT9223372036854775807.5S','then':'passThrough'}   | cannot be longer
          {'retryAfter':'PT9223372036854775807.5S','then':'passThrough'} | cannot be longer
          {'retryAt':'+1000000000-12-31T23:59:59.999999999Z','then':'passThrough'} | years 1 to 9999
          {'retryAt':'9999-12-31T23:59:59.000000001Z','then':'passThrough'} | years 1 to 9999
          {'retryAt':'0000-12-31T23:59:59Z','then':'passThrough'} | years 1 to 9999
          {'\\ud800':1,'then':'hold'}              | is not JSON: Broken surrogate pair
          {'tiems':1,'then':'hold'}                          | has an unknown field: tiems
          """)
  void anInvalidFaultIsRejectedWithThePosition(String json, String detail) {
    Reply reply = fake.steer("POST", "/faults", json);

    assertThat(reply.problem()).isEqualTo("400 validation-failed");
    assertThat(reply.detail()).contains(detail);
    assertThat(fake.steer("GET", "/faults", null).json().path("faults")).isEmpty();
  }
}
