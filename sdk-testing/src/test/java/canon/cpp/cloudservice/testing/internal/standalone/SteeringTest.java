package canon.cpp.cloudservice.testing.internal.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.contract.Contract;
import canon.cpp.cloudservice.testing.internal.standalone.Steered.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The admin API over HTTP. */
class SteeringTest {
  private static final String JANE = "{'email':'jane@contoso.com'}";

  private final Steered fake = new Steered();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void anUnknownPathListsTheOperationsOfTheContract() {
    Reply nothing = fake.steer("GET", "/", null);

    assertThat(nothing.problem()).isEqualTo("404 not-found");
    assertThat(nothing.detail().replace("The fake has these operations: ", "").split(", "))
        .containsExactlyInAnyOrderElementsOf(
            Contract.ofSteering().operations().stream()
                .map(place -> place.method() + " " + place.path())
                .collect(Collectors.toList()));
    assertThat(Contract.ofSteering().parserMessages()).isEmpty();
  }

  @Test
  void aStateIsWrittenReplacedAndReset() {
    Reply before = fake.steer("GET", "/state", null);
    assertThat(fake.ask("DELETE", "/v1/printers/VP-1001", null).status()).isEqualTo(200);
    assertThat(fake.steer("GET", "/state", null).text()).isNotEqualTo(before.text());

    assertThat(fake.steer("PUT", "/state", before.text()).text().replaceAll("\\s", ""))
        .isEqualTo("{\"sites\":1,\"members\":4,\"printers\":2}");
    assertThat(fake.steer("GET", "/state", null)).isEqualTo(before);

    fake.steer("PUT", "/state", "{'version':1}");
    assertThat(fake.ask("GET", "/v1/site", null).problem()).isEqualTo("401 unauthenticated");
    fake.steer("DELETE", "/state", null);
    assertThat(fake.steer("GET", "/state", null)).isEqualTo(before);
    fake.steer("DELETE", "/log", null);
    fake.ask("POST", "/v1/users", "{'email':'jane@contoso.com'}");
    assertThat(fake.steer("GET", "/log", null).json().at("/requests/0/attempt").asInt())
        .isEqualTo(1);
  }

  @Test
  void anInvalidStateIsRejectedAndThePresentOneStays() {
    Reply before = fake.steer("GET", "/state", null);

    Reply nonsense = fake.steer("PUT", "/state", "{'version':1,\n'sites':[}");
    Reply unknown = fake.steer("PUT", "/state", "{'version':1,'sites':[{'member':[]}]}");
    Reply twice =
        fake.steer(
            "PUT",
            "/state",
            "{'version':1,'sites':["
                + "{'members':[{'email':'a@b.de','lists':{'remote-match':'active'}}]},"
                + "{'members':[{'email':'A@b.de','lists':{'remote-match':'active'}}]}]}");

    assertThat(nonsense.problem()).isEqualTo("400 validation-failed");
    assertThat(nonsense.detail()).contains("line 2, column 10");
    assertThat(unknown.detail()).contains("$.sites[0]").contains("member");
    assertThat(twice.problem()).isEqualTo("400 validation-failed");
    assertThat(fake.steer("GET", "/state", null)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource
  void unreadableRequestsAreRejectedWithAReason(String method, String path, String json) {
    Reply reply = fake.steer(method, path, json);

    assertThat(reply.problem()).isEqualTo("400 validation-failed");
    assertThat(reply.detail()).contains("cannot be read", "1000");
  }

  static Stream<Arguments> unreadableRequestsAreRejectedWithAReason() {
    return Stream.of("[".repeat(1001), "{'version':" + "1".repeat(1001) + "}")
        .flatMap(
            json ->
                Stream.of(
                    Arguments.of("POST", "/faults", json),
                    Arguments.of("PUT", "/state", json),
                    Arguments.of("POST", "/tokens", json),
                    Arguments.of("PUT", "/chaos", json)));
  }

  @Test
  void anInstantOutOfRangeIsRejected() {
    Reply beyond = fake.steer("PUT", "/clock", "{'now':'9999-12-31T00:00:00Z'}");
    String end = "2322-04-12T23:47:16.854775807Z";

    assertThat(beyond.problem()).isEqualTo("400 validation-failed");
    assertThat(beyond.detail()).contains(end);
    assertThat(fake.steer("GET", "/clock", null).text()).contains("2030-01-01T00:00:00Z");
    assertThat(fake.steer("PUT", "/clock", "{'now':'" + end + "'}").text()).contains(end);
    assertThat(fake.steer("POST", "/clock/advance", "{'by':'PT0.000000001S'}").problem())
        .isEqualTo("400 validation-failed");
  }

  @Test
  void theClockIsSetAndAdvancedButNeverSetBack() {
    assertThat(fake.steer("GET", "/clock", null).json().path("now").asText())
        .isEqualTo("2030-01-01T00:00:00Z");
    assertThat(fake.steer("POST", "/clock/advance", "{'by':'PT2H'}").text())
        .contains("2030-01-01T02:00:00Z");
    assertThat(fake.steer("PUT", "/clock", "{'now':'2030-01-02T00:00:00Z'}").text())
        .contains("2030-01-02T00:00:00Z");

    assertThat(fake.steer("PUT", "/clock", "{'now':'2030-01-01T00:00:00Z'}").problem())
        .isEqualTo("409 time-runs-forward");
    assertThat(fake.steer("POST", "/clock/advance", "{'by':'-PT1S'}").problem())
        .isEqualTo("409 time-runs-forward");
    assertThat(fake.steer("POST", "/clock/advance", "{'by':'2 hours'}").detail())
        .contains("$.by")
        .contains("PT20S");
    assertThat(fake.steer("POST", "/clock/advance", "{}").detail()).contains("$.by is missing");
  }

  @Test
  void theLogContinuesAfterTheLastReadEntryEvenIfARequestWasHeld() {
    fake.steer("POST", "/faults", "{'on':'addUser','times':1,'then':'hold'}");
    CompletableFuture<Reply> held = fake.askAsync("POST", "/v1/users", JANE, "k");
    fake.awaitHeld();
    fake.ask("GET", "/v1/site", null);
    Reply first = fake.steer("GET", "/log", null);
    fake.steer("DELETE", "/faults", null);
    held.join();

    Reply second = fake.steer("GET", "/log?after=" + first.json().path("next").asText(), null);

    assertThat(first.json().path("requests").findValuesAsText("number")).containsExactly("2");
    assertThat(second.json().path("requests").findValuesAsText("number")).containsExactly("1");
    assertThat(second.json().path("more").asBoolean()).isFalse();
    assertThat(fake.steer("GET", "/log?limit=1", null).json().path("more").asBoolean()).isTrue();
    assertThat(fake.steer("DELETE", "/log", null).json().path("requests")).isEmpty();
    assertThat(fake.steer("GET", "/log?limit=0", null).problem())
        .isEqualTo("400 validation-failed");
  }

  @Test
  void theLogContainsNoSecrets() {
    String token =
        fake.steer("POST", "/tokens", "{'email':'a@b.de'}").json().path("token").asText();
    fake.ask("GET", "/v1/users/" + token, null);
    fake.askAsync("POST", "/v1/users", JANE, token).join();

    assertThat(fake.steer("GET", "/log", null).text())
        .contains("(masked)")
        .doesNotContain(token)
        .doesNotContain("dev-token");
  }

  @Test
  void aChangeAppliedTwiceIsReported() {
    fake.askAsync("POST", "/v1/users", JANE, "k1").join();
    assertThat(fake.steer("GET", "/log/applied-twice", null).json().path("changes")).isEmpty();
    fake.askAsync("POST", "/v1/users", JANE, "k2").join();

    assertThat(
            fake.steer("GET", "/log/applied-twice", null)
                .json()
                .at("/changes/0/requests")
                .findValuesAsText("idempotencyKey"))
        .containsExactly("k1", "k2");
  }

  @Test
  void tokensAreIssuedExpiredAndRevoked() {
    String account = "{'email':'admin@contoso.com'}";
    String token = fake.steer("POST", "/tokens", account).json().path("token").asText();
    assertThat(fake.askWith(token, "/v1/site").status()).isEqualTo(200);

    fake.steer("POST", "/tokens/expire", account);
    assertThat(fake.askWith(token, "/v1/site").problem()).isEqualTo("401 token-expired");
    fake.steer("POST", "/tokens/revoke", account);
    assertThat(fake.askWith(token, "/v1/site").problem()).isEqualTo("401 unauthenticated");
    assertThat(fake.steer("POST", "/tokens", "{'email':'nobody'}").problem())
        .isEqualTo("400 validation-failed");
  }

  @Test
  void anApplicationPrincipalHasNoAddressButASubject() {
    fake.steer(
        "PUT", "/state", "{'version':1,'sites':[{'applicationPrincipals':['nightly-job']}]}");

    String token =
        fake.steer("POST", "/tokens", "{'subject':'app-nightly-job'}")
            .json()
            .path("token")
            .asText();

    assertThat(fake.askWith(token, "/v1/site").status()).isEqualTo(200);
  }

  @Test
  void aPrinterGetsAProofAndLicencesAndSendsData() {
    String printer = fake.steer("POST", "/printers/A%2F1/proof", "{'series':'S'}").text();
    String named = printer.replaceFirst("[{]", "{'displayName':'P',");
    assertThat(fake.steer("POST", "/printers/A%2F1/data", null).problem())
        .isEqualTo("404 not-found");
    Reply registered = fake.ask("POST", "/v1/printers", named);
    assertThat(registered.status()).as(registered.text()).isEqualTo(200);

    fake.steer("PUT", "/printers/A%2F1/licences", "{'applications':['remote-match']}");
    fake.steer("POST", "/printers/A%2F1/data", null);

    Reply shown = fake.ask("GET", "/v1/printers/A%2F1", null);
    assertThat(shown.json().path("lastDataAt").asText()).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(shown.json().path("licences").findValuesAsText("available"))
        .containsExactly("false", "true");
    assertThat(fake.steer("PUT", "/printers/A/licences", "{'applications':['x']}").detail())
        .contains("names an unknown application: x");
    assertThat(fake.steer("PUT", "/printers/A/licences", "{}").problem())
        .isEqualTo("400 validation-failed");
  }

  @Test
  void unsupportedMethodsAndLargeBodiesAreRejected() {
    assertThat(fake.steer("POST", "/state", null).problem()).isEqualTo("405 method-not-allowed");
    assertThat(fake.steer("POST", "/state", null).detail())
        .isEqualTo("This path supports GET, PUT, DELETE.");
    String large = "{'by':'" + "P".repeat(2 << 20) + "'}";
    assertThat(fake.steer("POST", "/clock/advance", large).problem()).isEqualTo("413 too-large");
    assertThat(fake.steer("POST", "/clock/advance", null).problem()).isEqualTo("415 not-json");
  }
}
