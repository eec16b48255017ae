package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemCodesWireTest {
  @RegisterExtension static final WireService service = new WireService();

  /** Code, exception, outcome, and the advice in the message. */
  static Stream<Arguments> cases() {
    return Stream.of(
        rejection("validation-failed", InvalidRequestException.class, "Correct it"),
        rejection(
            "page-token-invalid", InvalidRequestException.class, "Read the list from its start"),
        rejection("unauthenticated", UnauthenticatedException.class, "Sign in"),
        rejection("token-expired", UnauthenticatedException.class, "Obtain a new one"),
        rejection("session-ended", UnauthenticatedException.class, "Sign in again"),
        rejection(
            "account-not-registered", PermissionDeniedException.class, "Ask an administrator"),
        rejection("email-not-verified", PermissionDeniedException.class, "Verify the address"),
        rejection("account-mismatch", PermissionDeniedException.class, "used first"),
        rejection("sign-in-required", PermissionDeniedException.class, "session().signIn()"),
        rejection("administrator-required", PermissionDeniedException.class, "sign in as one"),
        rejection(
            "not-on-remote-control-list", PermissionDeniedException.class, "Ask an administrator"),
        rejection("printer-not-proven", PermissionDeniedException.class, "fresh proof"),
        rejection("not-found", NotFoundException.class, "Check the key"),
        rejection("precondition-failed", RejectedException.class, "Read the member again"),
        rejection("last-administrator", ConflictException.class, "Add another one"),
        rejection("account-registered-elsewhere", ConflictException.class, "Remove it there"),
        rejection(
            "printer-registered-elsewhere", ConflictException.class, "transferFromOtherSite()"),
        Arguments.of(
            "idempotency-key-in-progress",
            ConflictException.class,
            Outcome.UNKNOWN,
            "a little later"),
        rejection("idempotency-key-reused", InvalidRequestException.class, "Use a new key"),
        rejection("rate-limited", UnavailableException.class, "send fewer requests"),
        rejection("not-modelled", RejectedException.class, "fake service"));
  }

  private static Arguments rejection(
      String code, Class<? extends CloudServiceException> type, String advice) {
    return Arguments.of(code, type, Outcome.REJECTED, advice);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCodeOfTheContractHasItsException(
      String code, Class<?> type, Outcome outcome, String advice) throws IOException {
    int status = ContractProblems.statuses().get(code);
    service.answersProblem(status, Rejections.problem(status, code));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.outcome()).isEqualTo(outcome);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure)
        .hasMessageContaining("(" + status + " " + code + ", request req_42)")
        .hasMessageContaining(advice);
    if (failure instanceof RejectedException rejected) {
      assertThat(rejected.code()).isEqualTo(ProblemCode.of(code));
      assertThat(rejected.code().isKnown()).isTrue();
      assertThat(rejected.status()).isEqualTo(status);
      assertThat(rejected.problem().title()).isEqualTo("A title");
      assertThat(rejected.problem().detail()).isEqualTo(Rejections.DETAIL);
      assertThat(rejected.problem().requestId()).isEqualTo("req_42");
    }
  }

  @Test
  void everyCodeOfTheContractIsCovered() throws IOException {
    assertThat(cases().map(arguments -> (String) arguments.get()[0]))
        .containsExactlyInAnyOrderElementsOf(ContractProblems.statuses().keySet());
  }
}
