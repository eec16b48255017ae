package canon.cpp.cloudservice.wire;

import static canon.cpp.cloudservice.wire.Samples.JOHN_JSON;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableAnswersWireTest {
  private static final String USER = "{\"user\":%s,\"changes\":[]}";

  @RegisterExtension static final WireService service = new WireService();

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("", "it is empty"),
        Arguments.of(" ", "it is not a JSON object"),
        Arguments.of("null", "it is not a JSON object"),
        Arguments.of("[" + JOHN_JSON + "]", "it is not a JSON object"),
        Arguments.of("\"john\"", "it is not a JSON object"),
        Arguments.of("7", "it is not a JSON object"),
        Arguments.of(JOHN_JSON.substring(0, 60), "it is not JSON"),
        Arguments.of(USER.formatted(JOHN_JSON) + "x", "it is not JSON"),
        Arguments.of(USER.formatted(JOHN_JSON) + "{}", "it is not JSON"),
        Arguments.of("{'user':{}}", "it is not JSON"),
        Arguments.of("{\"user\":{},}", "it is not JSON"),
        Arguments.of("{\"a\":NaN}", "it is not JSON"),
        Arguments.of("// John\n{}", "it is not JSON"),
        Arguments.of("john", "it is not JSON"),
        Arguments.of(
            "{\"a\":" + "9".repeat(2_000) + "}",
            "it is larger or deeper than any response of the service"),
        Arguments.of(
            "{\"a\":" + "[".repeat(100_000),
            "it is larger or deeper than any response of the service"),
        Arguments.of(
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "it is larger or deeper than any response of the service"),
        Arguments.of("{}", "its field user is missing"),
        Arguments.of("<html>John</html>", "it is an HTML page"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aMalformedResponseIsExplainedButNotQuoted(String body, String reason) {
    service.answersJson(body);

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining(
            "(200, request req_42) cannot be read, because " + reason + ". Check");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "user,               7,                           user is not an object",
    "changes,            {},                          changes is not a list",
    "changes,            [7],                         changes[0] is not an object",
    "changes,            [null],                      changes[0] is not an object",
    "id,                 7,                           user.id is not a string",
    "email,              {\"john\":1},                user.email is not a string",
    "addedAt,            1741080600,                  user.addedAt is not a string",
    "addedAt,            \"john\",                    user.addedAt is not an instant",
    "addedAt,            \"2025-02-30T00:00:00Z\",    user.addedAt is not an instant",
    "administrator,      true,                        user.administrator is not a string",
    "applications,       [{\"id\":7}],                user.applications[0].id is not a string",
    "id,                 null,                        user.id is missing",
    "administrator,      null,                        user.administrator is missing",
    "applications,       null,                        user.applications is missing",
    "changes,            null,                        changes is missing",
  })
  void anInvalidFieldIsNamedWithoutItsValue(String field, String value, String words) {
    // The last of two fields with the same name is used.
    String other = ",\"" + field + "\":" + value + "}";
    String user = JOHN_JSON.replaceAll("}$", "");
    service.answersJson(
        field.equals("user") || field.equals("changes")
            ? USER.formatted(JOHN_JSON).replaceAll("}$", "") + other
            : USER.formatted(user + other));

    assertThat(Rejections.failureOf(service))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("because its field " + words + ". Check");
  }

  @Test
  void aFlagMustBeABoolean() {
    service.answersJson("{\"firstActivation\":\"true\",\"user\":" + JOHN_JSON + "}");

    assertThat(Rejections.failureOf(service.client().remoteControl().activate()))
        .hasMessageContaining("because its field firstActivation is not true or false.");
  }

  @Test
  void rolesMustBeStrings() {
    service.answersJson("{\"account\":{\"provider\":\"google\"},\"roles\":[null],\"site\":{}}");

    assertThat(Rejections.failureOf(service.client().session().get()))
        .hasMessageContaining("because its field roles is not a list of strings.");
  }

  @Test
  void anEmptyPageTokenIsRejected() {
    service.answersJson("{\"items\":[],\"nextPageToken\":\"\"}");

    assertThat(Rejections.failureOf(service.client().users().list().page()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("page token must not be blank");
  }

  @Test
  void bytesThatAreNotUnicodeAreNotJson() {
    service.answers(
        WireService.answer(200, "application/json", "{\"user\":\"Jürgen\"}".getBytes(ISO_8859_1)));

    assertThat(Rejections.failureOf(service)).hasMessageContaining("because it is not JSON.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html; charset=utf-8", "application/xhtml+xml"})
  void aPageOfAProxyIsRecognised(String contentType) {
    service.answers(WireService.answer(200, contentType, "\n<!DOCTYPE html><p>John, log in</p>"));
    assertThat(Rejections.failureOf(service)).hasMessageContaining("because it is an HTML page.");

    service.answers(WireService.answer(403, contentType, "\n<!DOCTYPE html><p>John, no</p>"));
    assertThat(Rejections.failureOf(service))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("(403, request req_42) is not the service's: it is an HTML page.")
        .hasMessageContaining("whether a proxy responds in its place.");
  }

  @Test
  void aResponseWithoutABodyIsReportedAsEmpty() {
    service.answers(WireService.answer(204, "application/json", ""));

    assertThat(Rejections.failureOf(service))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("(204, request req_42) cannot be read, because it is empty.");
  }

  @Test
  void aResponseAboveTheLimitIsAbandoned() {
    service.answers(
        WireService.answer(
            200, "application/json", new byte[HttpRequest.DEFAULT_MAX_BODY_BYTES + 1]));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("the response body is larger than allowed");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
