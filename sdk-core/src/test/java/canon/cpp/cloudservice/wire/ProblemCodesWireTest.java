package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.NotAllowedException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RefusedException;
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

  /** Code, exception, outcome, and what the message advises. */
  static Stream<Arguments> cases() {
    return Stream.of(
        refusal("validation-failed", InvalidRequestException.class, "Correct it"),
        refusal("page-token-invalid", InvalidRequestException.class, "Start the list anew"),
        refusal("unauthenticated", UnauthenticatedException.class, "Sign in"),
        refusal("token-expired", UnauthenticatedException.class, "Get a new one"),
        refusal("session-ended", UnauthenticatedException.class, "Sign in again"),
        refusal("account-not-registered", NotAllowedException.class, "Ask an administrator"),
        refusal("email-not-verified", NotAllowedException.class, "Verify the address"),
        refusal("account-mismatch", NotAllowedException.class, "used first"),
        refusal("sign-in-required", NotAllowedException.class, "session().signIn()"),
        refusal("administrator-required", NotAllowedException.class, "sign in as one"),
        refusal("not-on-remote-control-list", NotAllowedException.class, "Ask an administrator"),
        refusal("printer-not-proven", NotAllowedException.class, "fresh proof"),
        refusal("not-found", NotFoundException.class, "Check the key"),
        refusal("last-administrator", ConflictException.class, "Add another one"),
        refusal("account-registered-elsewhere", ConflictException.class, "removed there"),
        refusal("printer-registered-elsewhere", ConflictException.class, "transferFromOtherSite()"),
        Arguments.of(
            "idempotency-key-in-progress", ConflictException.class, Outcome.UNKNOWN, "in a moment"),
        refusal("idempotency-key-reused", InvalidRequestException.class, "Use a new key"),
        refusal("rate-limited", UnavailableException.class, "call less often"),
        refusal("not-modelled", RefusedException.class, "fake service"));
  }

  private static Arguments refusal(
      String code, Class<? extends CloudServiceException> type, String advice) {
    return Arguments.of(code, type, Outcome.REJECTED, advice);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCodeOfTheContractHasItsException(
      String code, Class<?> type, Outcome outcome, String advice) throws IOException {
    int status = ContractProblems.statuses().get(code);
    service.answersProblem(status, Refusals.problem(status, code));

    CloudServiceException failure = Refusals.failureOf(service);

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.outcome()).isEqualTo(outcome);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure)
        .hasMessageContaining("(" + status + " " + code + ", request req_42)")
        .hasMessageContaining(advice);
    if (failure instanceof RefusedException refused) {
      assertThat(refused.code()).isEqualTo(new ProblemCode(code));
      assertThat(refused.code().isKnown()).isTrue();
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.problem().title()).isEqualTo("A title");
      assertThat(refused.problem().detail()).isEqualTo(Refusals.DETAIL);
      assertThat(refused.problem().requestId()).isEqualTo("req_42");
    }
  }

  @Test
  void noCodeOfTheContractIsForgotten() throws IOException {
    assertThat(cases().map(arguments -> (String) arguments.get()[0]))
        .containsExactlyInAnyOrderElementsOf(ContractProblems.statuses().keySet());
  }
}
