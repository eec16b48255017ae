package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.stackTraceOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of Google's rejections for a host. */
class GoogleErrorsTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, SIGN_IN_REQUIRED",
    "401, invalid_client, DENIED",
    "401, unauthorized_client, DENIED",
    "401, deleted_client, DENIED",
    "400, redirect_uri_mismatch, DENIED",
    "403, access_denied, DENIED",
    "400, admin_policy_enforced, BLOCKED_BY_POLICY",
    "403, org_internal, BLOCKED_BY_POLICY",
    "403, disallowed_useragent, BLOCKED_BY_POLICY",
    "400, expired_token, CODE_EXPIRED",
    "403, rate_limit_exceeded, TOKEN_ENDPOINT",
    "429, invalid_grant, TOKEN_ENDPOINT",
    "503, invalid_grant, TOKEN_ENDPOINT",
    "500, internal_failure, TOKEN_ENDPOINT",
    "503, server_error, TOKEN_ENDPOINT",
    "400, code_of_the_future, OTHER",
  })
  void eachCodeHasItsKind(int status, String code, AuthenticationErrorKind kind) {
    AuthenticationException failure = renewal(status, "{\"error\":\"" + code + "\"}");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.provider()).contains("Google");
    assertThat(failure.errorCode()).contains(code);
    assertThat(failure.status()).hasValue(status);
    assertThat(failure).hasMessageContaining(code).hasMessageStartingWith("Google: ");
  }

  @Test
  void onlyTheCodeOfAResponseIsQuoted() {
    AuthenticationException failure =
        renewal(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"of john@example.com\","
                + "\"error_uri\":\"https://example.com/why\"}");

    assertThat(stackTraceOf(failure)).doesNotContain("example.com");
  }

  @Test
  void textsThatAreNotCodesAreNotQuoted() {
    AuthenticationException failure = renewal(400, "{\"error\":\"john@example.com may not\"}");

    assertThat(failure.errorCode()).isEmpty();
    assertThat(stackTraceOf(failure)).doesNotContain("john");
  }

  @Test
  void anErrorWithoutABodyIsReported() {
    assertThat(renewal(502, "").kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
  }

  @Test
  void retryAfterIsPassedOn() {
    try (AccountTokenProvider provider = world.signIn()) {
      world.timer.advance(Duration.ofHours(1));
      world.google.faults().on(IdentityEndpoint.TOKEN).throttle(Duration.ofSeconds(9));

      assertThat(failureOf(() -> token(provider)).retryAfter()).contains(Duration.ofSeconds(9));
    }
  }

  /** A transient failure must not end a sign-in. */
  @Test
  void aServerFailureDoesNotEndTheSignIn() {
    try (AccountTokenProvider provider = world.signIn()) {
      world.timer.advance(Duration.ofHours(1));
      world.google.faults().on(IdentityEndpoint.TOKEN).times(1).reject(503, "server_error");
      failureOf(() -> token(provider));

      assertThat(token(provider)).isNotEmpty();
    }
  }

  private AuthenticationException renewal(int status, String body) {
    try (AccountTokenProvider provider = world.signIn()) {
      world.timer.advance(Duration.ofHours(1));
      world.google.faults().on(IdentityEndpoint.TOKEN).answer(status, "application/json", body);
      return failureOf(() -> token(provider));
    }
  }
}
