package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemShapesWireTest {
  @RegisterExtension static final WireService service = new WireService();

  @ParameterizedTest
  @CsvSource({
    "400, canon.cpp.cloudservice.errors.InvalidRequestException",
    "401, canon.cpp.cloudservice.errors.UnauthenticatedException",
    "403, canon.cpp.cloudservice.errors.PermissionDeniedException",
    "404, canon.cpp.cloudservice.errors.NotFoundException",
    "409, canon.cpp.cloudservice.errors.ConflictException",
    "418, canon.cpp.cloudservice.errors.RejectedException",
    "422, canon.cpp.cloudservice.errors.InvalidRequestException",
    "423, canon.cpp.cloudservice.errors.RejectedException",
    "501, canon.cpp.cloudservice.errors.RejectedException",
  })
  void anUnknownCodeIsKeptAndTheStatusSelectsTheException(int status, Class<?> type) {
    service.answersProblem(status, Rejections.problem(status, "moon-phase"));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(failure)
        .hasMessageContaining("A title")
        .hasMessageContaining("(" + status + " moon-phase, request req_42)");
    assertThat(((RejectedException) failure).code().id()).isEqualTo("moon-phase");
    assertThat(((RejectedException) failure).code().isKnown()).isFalse();
  }

  @Test
  void theFieldErrorsAreNamedButNotTheirMessages() {
    service.answersProblem(
        400,
        """
        {"title":"t","status":400,"code":"validation-failed","errors":[
          {"field":"email","code":"malformed","message":"John is not an address.","more":1},
          {"field":"applications[1]","code":"a-new-code"}]}""");

    var failure = (InvalidRequestException) Rejections.failureOf(service);

    assertThat(failure)
        .hasMessageContaining("email (malformed); applications[1] (a-new-code). Correct it");
    assertThat(failure.fieldErrors())
        .containsExactly(
            new FieldError("email", "malformed", "John is not an address."),
            new FieldError("applications[1]", "a-new-code", ""));
  }

  @Test
  void aMessageNamesAtMostFiveFieldErrors() {
    String error = "{\"field\":\"email\",\"code\":\"malformed\"}";
    service.answersProblem(
        400,
        "{\"code\":\"validation-failed\",\"errors\":[" + (error + ",").repeat(49) + error + "]}");

    var failure = (InvalidRequestException) Rejections.failureOf(service);

    assertThat(failure)
        .hasMessageContaining(": " + "email (malformed); ".repeat(5) + "and 45 more. Correct it");
    assertThat(failure.fieldErrors()).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"\"user\"|user", "\"robot\"|robot", "7|thing", "null|thing"},
      delimiter = '|')
  void theMissingResourceIsNamed(String resource, String named) {
    service.answersProblem(
        404,
        "{\"title\":\"t\",\"status\":404,\"code\":\"not-found\",\"resource\":" + resource + "}");

    var failure = (NotFoundException) Rejections.failureOf(service);

    assertThat(failure).hasMessageContaining("no such " + named + ". Check the key.");
    assertThat(failure.resource().orElse("thing")).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"last-administrator\"}",
        "{\"code\":\"last-administrator\",\"title\":7,\"detail\":[],\"resource\":{}}",
        "{\"code\":\"last-administrator\",\"errors\":\"none\"}",
        "{\"code\":\"last-administrator\",\"errors\":[null]}",
        "{\"code\":\"last-administrator\",\"errors\":[{\"field\":7}]}",
        "{\"code\":\"last-administrator\",\"status\":500,\"instance\":{}}",
      })
  void theCodeIsReadWhateverTheOtherFieldsAre(String problem) {
    service.answersProblem(409, problem);

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure).isInstanceOf(ConflictException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(((RejectedException) failure).problem().fieldErrors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "application/problem+json|{\"title\":\"John\",\"status\":403}",
        "application/problem+json|{\"code\":7}",
        "application/problem+json|[]",
        "application/problem+json|",
        "application/json|{\"code\":\"administrator-required\"}",
        "text/html|<html>John is not allowed</html>",
        "text/plain|John",
      },
      delimiter = '|')
  void aRejectionThatIsNotFromTheServiceProvesNothing(String contentType, String body) {
    for (int status : new int[] {400, 401, 403, 404, 407, 409, 418, 422}) {
      service.answers(WireService.answer(status, contentType, body == null ? "" : body));

      CloudServiceException failure = Rejections.failureOf(service);

      assertThat(failure).isInstanceOf(MalformedResponseException.class);
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure)
          .hasMessageContaining("(" + status + ", request req_42)")
          .hasMessageContaining("Check whether the service address is right");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/problem+json; charset=utf-8",
        "Application/Problem+JSON",
        " application/problem+json ;x=y"
      })
  void theMediaTypeOfAProblemIsReadInEveryFormOfHttp(String contentType) {
    service.answers(
        WireService.answer(403, contentType, Rejections.problem(403, "sign-in-required")));

    assertThat(Rejections.failureOf(service)).isInstanceOf(PermissionDeniedException.class);
  }

  @Test
  void aMissingRequestIdIsNotShown() {
    service.answers(
        com.github.tomakehurst.wiremock.client.WireMock.aResponse()
            .withStatus(401)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Rejections.problem(401, "session-ended")));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(UnauthenticatedException.class)
        .hasMessageContaining("(401 session-ended)");
  }
}
