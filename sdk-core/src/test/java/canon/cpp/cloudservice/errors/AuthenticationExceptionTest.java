package canon.cpp.cloudservice.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationExceptionTest {

  @ParameterizedTest
  @EnumSource(AuthenticationErrorKind.class)
  void eachKindSaysWhatHappenedAndWhatToDo(AuthenticationErrorKind kind) {
    AuthenticationException failure = AuthenticationException.builder(kind).build();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).matches("Sign-in: [a-z][^.]+\\. [A-Z].+\\.");
  }

  @ParameterizedTest
  @EnumSource(SignInReason.class)
  void eachReasonToSignInSaysWhatHappenedAndWhatToDo(SignInReason reason) {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
            .reason(reason)
            .build();

    assertThat(failure.reason()).contains(reason);
    assertThat(failure.getMessage())
        .matches("Sign-in: [a-z][^.]+\\. [A-Z].+\\.")
        .isNotEqualTo(
            AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
                .build()
                .getMessage());
  }

  @Test
  void theMessageContainsCodeAndIdsOfTheProvider() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.TOKEN_ENDPOINT)
            .provider("Microsoft (client secret)")
            .errorCode("AADSTS90033")
            .status(503)
            .correlationId("7b1f9c2e-0000-4000-8000-000000000001")
            .retryAfter(Duration.ofSeconds(20))
            .build();

    assertThat(failure)
        .hasMessage(
            "Microsoft (client secret): the identity provider failed or could not be reached."
                + " Try again later; if the failure persists, check the network."
                + " (AADSTS90033, status 503, correlation id 7b1f9c2e-0000-4000-8000-000000000001)");
    assertThat(failure.provider()).contains("Microsoft (client secret)");
    assertThat(failure.errorCode()).contains("AADSTS90033");
    assertThat(failure.status()).hasValue(503);
    assertThat(failure.correlationId()).contains("7b1f9c2e-0000-4000-8000-000000000001");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User john.doe@contoso.com is blocked",
        "john@contoso.com",
        "<html>",
        "two words",
        "line\nbreak",
        "",
      })
  void textsThatAreNotCodesAreOmitted(String received) {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED)
            .errorCode(received)
            .correlationId(received)
            .build();

    assertThat(failure.errorCode()).isEmpty();
    assertThat(failure.correlationId()).isEmpty();
    assertThat(failure)
        .hasMessage(
            AuthenticationException.builder(AuthenticationErrorKind.DENIED).build().getMessage());
  }

  @Test
  void tooLongCodesAreOmittedAndNullIsRejected() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED)
            .errorCode("a".repeat(101))
            .correlationId(null)
            .claims(null)
            .retryAfter(null)
            .cause(null)
            .build();

    assertThat(failure.errorCode()).isEmpty();
    assertThat(failure.claims()).isEmpty();
  }

  @Test
  void theProvidersNameCannotAddALine() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED)
            .provider("a\n2031 INFO all is well")
            .build();

    assertThat(failure.getMessage()).doesNotContain("\n").startsWith("a?2031");
  }

  @Test
  void theClaimsAreNotInTheMessage() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
            .claims("{\"id\":\"x\"}")
            .build();

    assertThat(failure.claims()).contains("{\"id\":\"x\"}");
    assertThat(failure.toString()).doesNotContain("{");
  }

  @Test
  void ownTextsReplaceThoseOfTheKind() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE)
            .provider("Vault")
            .summary("it is sealed")
            .remedy("Unseal it.")
            .build();

    assertThat(failure).hasMessage("Vault: it is sealed. Unseal it.");
  }

  @Test
  void theCallIsAddedAndAllDetailsAreKept() {
    AuthenticationException cause =
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
            .reason(SignInReason.CONSENT)
            .provider("Microsoft")
            .errorCode("AADSTS65001")
            .correlationId("c")
            .claims("{}")
            .status(400)
            .retryAfter(Duration.ofSeconds(1))
            .build();
    CallReport report =
        new CallReport(
            "getSite", "GET /v1/site", null, List.of(), Duration.ZERO, Duration.ofSeconds(1), null);

    AuthenticationException failure = new AuthenticationException(report, cause);

    assertThat(failure)
        .hasCause(cause)
        .hasMessage(cause.getMessage() + " [getSite (GET /v1/site), not sent]")
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "kind",
            "reason",
            "provider",
            "errorCode",
            "correlationId",
            "claims",
            "status",
            "retryAfter")
        .isEqualTo(cause);
  }

  @Test
  void aHostsOwnProviderNeedsOnlyATextAndACause() {
    AuthenticationException failure =
        new AuthenticationException("No token in the vault. Store one.", null);

    assertThat(failure).hasMessage("No token in the vault. Store one.");
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.OTHER);
    assertThat(failure.provider()).isEmpty();
    assertThat(failure.status()).isEmpty();
  }
}
