package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.ACCOUNT;
import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;
import static canon.cpp.cloudservice.diagnosis.CheckKind.CONNECTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.NAME_RESOLUTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TLS;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;
import static canon.cpp.cloudservice.diagnosis.CheckState.FAILED;
import static canon.cpp.cloudservice.diagnosis.CheckState.OK;
import static canon.cpp.cloudservice.diagnosis.CheckState.SKIPPED;
import static canon.cpp.cloudservice.diagnosis.CheckState.WARNING;
import static canon.cpp.cloudservice.harness.Replies.fails;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.status;
import static canon.cpp.cloudservice.harness.Replies.throwing;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.administrator;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.check;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.date;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.session;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.states;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.withoutToken;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
  private final ClientHarness harness = new ClientHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource
  void reportsAHealthyConnection(ExecutionMode mode) {
    harness.transport.connectivity(found(check(NAME_RESOLUTION, OK), check(TLS, OK)));

    Diagnosis diagnosis =
        diagnose(
            mode,
            withoutToken("Date", date(ClientHarness.NOW), "X-Request-Id", "req_1"),
            administrator());

    assertThat(diagnosis.isHealthy()).isTrue();
    assertThat(diagnosis.checks()).extracting(Check::kind).containsExactly(CheckKind.values());
    assertThat(states(diagnosis))
        .containsEntry(NAME_RESOLUTION, OK)
        .containsEntry(CONNECTION, SKIPPED)
        .containsEntry(TLS, OK)
        .containsEntry(SERVICE, OK)
        .containsEntry(CLOCK, OK)
        .containsEntry(TOKEN, OK)
        .containsEntry(ACCOUNT, OK);
    assertThat(diagnosis.service()).isEqualTo("https://service.example");
    assertThat(diagnosis.at()).isEqualTo(ClientHarness.NOW);
    assertThat(diagnosis.check(SERVICE).finding()).contains("(401 unauthenticated, request req_1)");
    assertThat(diagnosis.check(ACCOUNT).finding())
        .isEqualTo("a microsoft account at site sit_1, signed in, cloud service administrator");
    assertThat(diagnosis.check(CONNECTION).finding())
        .isEqualTo("this transport does not support the check");
  }

  @ParameterizedTest
  @EnumSource
  void sendsTheTokenOnlyWithTheSecondRequest(ExecutionMode mode) {
    Diagnosis unused = diagnose(mode, withoutToken(), administrator());

    assertThat(harness.transport.sent("Authorization")).containsExactly(null, "Bearer token");
  }

  @ParameterizedTest
  @EnumSource
  void skipsTokenAndAccountWithoutATokenProvider(ExecutionMode mode) {
    harness.replies(withoutToken());

    Diagnosis diagnosis = mode.execute(harness.client().diagnose());

    assertThat(diagnosis.isHealthy()).isTrue();
    assertThat(states(diagnosis))
        .containsEntry(SERVICE, OK)
        .containsEntry(TOKEN, SKIPPED)
        .containsEntry(ACCOUNT, SKIPPED);
    assertThat(diagnosis.check(TOKEN).remedy()).contains("withTokenProvider(provider).diagnose()");
    assertThat(harness.transport.sent("Authorization")).hasSize(1).containsOnlyNulls();
  }

  @ParameterizedTest
  @EnumSource
  void reportsAResponseThatIsNotFromTheService(ExecutionMode mode) {
    Diagnosis html = diagnose(mode, status(200, "Content-Type", "text/html"));
    Diagnosis redirect = diagnose(mode, status(302, "Location", "https://portal.example/in?me=1"));
    Diagnosis bare = diagnose(mode, status(401));

    assertThat(html.check(SERVICE).state()).isEqualTo(FAILED);
    assertThat(html.check(SERVICE).finding()).contains("not from the service: an HTML page (200)");
    assertThat(redirect.check(SERVICE).state()).isEqualTo(FAILED);
    assertThat(redirect.check(SERVICE).finding())
        .contains("a redirect to https://portal.example (302)");
    assertThat(bare.check(SERVICE).state()).isEqualTo(FAILED);
    assertThat(states(bare)).containsEntry(TOKEN, OK).containsEntry(ACCOUNT, SKIPPED);
  }

  @ParameterizedTest
  @CsvSource({"500, FAILED", "503, FAILED", "429, WARNING", "501, OK", "404, OK"})
  void reportsTheStateOfTheService(int status, CheckState state) {
    Diagnosis diagnosis = diagnose(ExecutionMode.BLOCKING, problem(status, "some-code"));

    assertThat(diagnosis.check(SERVICE).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource
  void reportsWhyTheServiceDidNotRespond(ExecutionMode mode) {
    Diagnosis rejected = diagnose(mode, fails(Reason.CONNECT, false, "the connection was refused"));
    Diagnosis broken = diagnose(mode, throwing(new IllegalStateException("secret-of-a-transport")));

    assertThat(rejected.check(SERVICE).state()).isEqualTo(FAILED);
    assertThat(rejected.check(SERVICE).finding()).contains("the connection was refused");
    assertThat(rejected.check(CLOCK).state()).isEqualTo(SKIPPED);
    assertThat(broken.check(SERVICE).finding()).contains("failed with IllegalStateException");
    assertThat(broken.toString()).doesNotContain("secret-of-a-transport");
    assertThat(harness.requests()).as("one for each, without retries").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, ok, agrees with the service's",
    "PT2M, ok, agrees with the service's",
    "PT-2M, ok, agrees with the service's",
    "PT2M1S, WARNING, 2 min 1 s behind the service's",
    "PT-2M-1S, WARNING, 2 min 1 s ahead of the service's",
    "PT-3H-5M, WARNING, 3 h 5 min ahead of the service's",
    "P40DT1H, WARNING, 40 d 1 h behind the service's"
  })
  void comparesTheClockWithTheResponse(Duration ahead, String state, String words) {
    Diagnosis diagnosis =
        diagnose(
            ExecutionMode.BLOCKING,
            withoutToken("Date", date(ClientHarness.NOW.plus(ahead))),
            administrator());

    assertThat(diagnosis.check(CLOCK).state()).hasToString(state);
    assertThat(diagnosis.check(CLOCK).finding()).endsWith(words);
    assertThat(diagnosis.isHealthy()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void comparesTheClockWithAnyResponse(ExecutionMode mode) {
    Diagnosis diagnosis =
        diagnose(mode, status(302, "Date", date(ClientHarness.NOW.minus(Duration.ofDays(2)))));
    Diagnosis nonsense = diagnose(mode, withoutToken("Date", "yesterday"));

    assertThat(diagnosis.check(CLOCK).finding())
        .endsWith("2 d 0 h ahead of the responding server's");
    assertThat(nonsense.check(CLOCK).state()).isEqualTo(SKIPPED);
  }

  @ParameterizedTest
  @EnumSource
  void reportsWhyNoTokenWasObtained(ExecutionMode mode) {
    harness.replies(withoutToken());
    AuthenticationException ended =
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
            .reason(SignInReason.PASSWORD_EXPIRED)
            .provider("Vault")
            .errorCode("invalid_grant")
            .status(400)
            .build();

    Diagnosis diagnosis = mode.execute(failing(ended).diagnose());
    Diagnosis own =
        mode.execute(failing(new AuthenticationException("hidden-words", null)).diagnose());
    Diagnosis other = mode.execute(failing(new IllegalStateException("hidden-words")).diagnose());

    assertThat(diagnosis.check(TOKEN).state()).isEqualTo(FAILED);
    assertThat(diagnosis.check(TOKEN).finding())
        .isEqualTo("Vault: the account's password has expired (invalid_grant, status 400)");
    assertThat(diagnosis.check(TOKEN).remedy())
        .isEqualTo("Change it at the identity provider, then sign in again.");
    assertThat(diagnosis.check(ACCOUNT).state()).isEqualTo(SKIPPED);
    assertThat(own.check(TOKEN).finding())
        .isEqualTo("the token provider: no access token could be obtained");
    assertThat(other.check(TOKEN).finding())
        .isEqualTo("the token provider failed with IllegalStateException");
    assertThat(own + own.toText() + other + other.toText()).doesNotContain("hidden-words");
  }

  @ParameterizedTest
  @EnumSource
  void checksExpiryAndServiceOfTheToken(ExecutionMode mode) {
    harness.replies(withoutToken(), administrator());
    AccessToken token = AccessToken.of("token");

    Diagnosis expired = diagnoseWith(mode, token.expiringAt(ClientHarness.NOW.minusSeconds(1)));
    harness.replies(withoutToken(), administrator());
    Diagnosis good = diagnoseWith(mode, token.expiringAt(ClientHarness.NOW.plusSeconds(1)));
    harness.replies(withoutToken(), administrator());
    Diagnosis foreign = diagnoseWith(mode, token.boundTo(URI.create("https://other.example")));

    assertThat(expired.check(TOKEN).state()).isEqualTo(WARNING);
    assertThat(expired.check(TOKEN).finding()).contains("expired at 2031-03-01T11:59:59Z");
    assertThat(good.check(TOKEN).state()).isEqualTo(OK);
    assertThat(foreign.check(TOKEN).state()).isEqualTo(FAILED);
    assertThat(foreign.check(ACCOUNT).state()).isEqualTo(SKIPPED);
  }

  @ParameterizedTest
  @CsvSource({
    "403, sign-in-required, WARNING, Call session().signIn() with it",
    "403, account-not-registered, FAILED, The account is not registered at any site",
    "403, account-mismatch, FAILED, Sign in with the account that was used first",
    "401, session-ended, FAILED, Sign in again to obtain a new token",
    "403, brand-new, FAILED, does not know the reason"
  })
  void reportsProblemsOfTheAccount(int status, String code, String state, String remedy) {
    Diagnosis diagnosis =
        diagnose(
            ExecutionMode.ASYNC, withoutToken(), problem(status, code, "X-Request-Id", "req_7"));

    assertThat(diagnosis.check(ACCOUNT).state()).hasToString(state);
    assertThat(diagnosis.check(ACCOUNT).finding())
        .endsWith("(" + status + " " + code + ", request req_7)");
    assertThat(diagnosis.check(ACCOUNT).remedy()).contains(remedy);
  }

  @ParameterizedTest
  @EnumSource
  void distinguishesUsersFromAdministrators(ExecutionMode mode) {
    Diagnosis diagnosis = diagnose(mode, withoutToken(), session(""));

    assertThat(diagnosis.check(ACCOUNT).state()).isEqualTo(OK);
    assertThat(diagnosis.check(ACCOUNT).finding()).endsWith("without a role");
    assertThat(diagnosis.check(ACCOUNT).remedy()).contains("ask one");
  }

  @ParameterizedTest
  @EnumSource
  void refreshesTheTokenAsOtherCallsDo(ExecutionMode mode) {
    harness.replies(withoutToken(), problem(401, "token-expired"), administrator());
    CloudServiceClient view =
        harness
            .client()
            .withTokenProvider(
                request -> AccessToken.of(request.rejected().isPresent() ? "new" : "old"));

    Diagnosis diagnosis = mode.execute(view.diagnose());

    assertThat(diagnosis.check(ACCOUNT).state()).isEqualTo(OK);
    assertThat(harness.transport.sent("Authorization"))
        .containsExactly(null, "Bearer old", "Bearer new");
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessfulCallTurnsAFailedProbeIntoAWarning(ExecutionMode mode) {
    harness.transport.connectivity(found(check(CONNECTION, FAILED), check(TLS, SKIPPED)));

    Diagnosis through = diagnose(mode, withoutToken());
    Diagnosis broken = diagnose(mode, fails(Reason.CONNECT, false, "refused"));

    assertThat(through.check(CONNECTION).state()).isEqualTo(WARNING);
    assertThat(through.check(CONNECTION).finding()).isEqualTo("found; but calls succeed");
    assertThat(broken.check(CONNECTION).state()).isEqualTo(FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void continuesWhenTheProbeFails(ExecutionMode mode) {
    CompletableFuture<Connectivity> failed = new CompletableFuture<>();
    failed.completeExceptionally(new IllegalStateException("no socket"));
    harness.transport.connectivity(failed);

    Diagnosis diagnosis = diagnose(mode, withoutToken());

    assertThat(diagnosis.check(TLS).state()).isEqualTo(SKIPPED);
    assertThat(diagnosis.check(TLS).finding()).contains("IllegalStateException");
    assertThat(diagnosis.check(SERVICE).state()).isEqualTo(OK);
  }

  private Diagnosis diagnose(ExecutionMode mode, Reply... replies) {
    harness.replies(replies);
    int before = harness.requests();
    Diagnosis diagnosis = mode.execute(harness.view().diagnose());
    assertThat(harness.requests()).isGreaterThan(before);
    return diagnosis;
  }

  private Diagnosis diagnoseWith(ExecutionMode mode, AccessToken token) {
    return mode.execute(harness.client().withToken(token).diagnose());
  }

  private CloudServiceClient failing(RuntimeException failure) {
    return harness
        .client()
        .withTokenProvider(
            request -> {
              throw failure;
            });
  }

  private static CompletableFuture<Connectivity> found(Check... checks) {
    return CompletableFuture.completedFuture(new Connectivity(List.of(checks), List.of()));
  }
}
