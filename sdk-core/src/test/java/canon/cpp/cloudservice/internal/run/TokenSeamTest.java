package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenSeamTest {
  private final ClientHarness harness = new ClientHarness(site());

  @AfterEach
  void end() {
    harness.close();
  }

  /** Returns its tokens in order, and repeats the last one. */
  private static final class Recorder implements TokenProvider {
    final List<TokenRequest> asked = new ArrayList<>();
    private final Deque<String> tokens;

    Recorder(String... tokens) {
      this.tokens = new ArrayDeque<>(Arrays.asList(tokens));
    }

    @Override
    public AccessToken token(TokenRequest request) {
      asked.add(request);
      return AccessToken.of(tokens.size() > 1 ? tokens.removeFirst() : tokens.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void everyAttemptRequestsAToken(ExecutionMode mode) {
    Set<String> scopes = Set.of("api://prismasync/.default");
    Recorder provider = new Recorder("a", "b", "c");
    harness.with(b -> b.scopes(scopes)).replies(status(503), status(503), site());

    mode.execute(harness.client().withTokenProvider(provider).site().get());

    assertThat(harness.transport.sent("Authorization"))
        .containsExactly("Bearer a", "Bearer b", "Bearer c");
    assertThat(provider.asked)
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.scopes()).isEqualTo(scopes);
              assertThat(request.mayInteract()).isFalse();
              assertThat(request.claims()).isEmpty();
              assertThat(request.rejected()).isEmpty();
            })
        .extracting(TokenRequest::timeLeft)
        .isSortedAccordingTo((a, b) -> b.compareTo(a))
        .startsWith(ClientHarness.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectedTokenIsRefreshedOnceAndTheRequestRepeated(ExecutionMode mode) {
    for (String code : new String[] {"unauthenticated", "token-expired"}) {
      try (ClientHarness own = new ClientHarness(problem(401, code), activated())) {
        Recorder provider = new Recorder("old", "new");

        mode.execute(own.client().withTokenProvider(provider).remoteControl().activate());

        assertThat(own.transport.sent("Authorization")).containsExactly("Bearer old", "Bearer new");
        assertThat(Set.copyOf(own.transport.sent("Idempotency-Key"))).hasSize(1);
        assertThat(own.timer.pauses()).isEmpty();
        assertThat(provider.asked).hasSize(2);
        assertThat(provider.asked.get(0).rejected()).isEmpty();
        assertThat(provider.asked.get(1).rejected()).contains(AccessToken.of("old"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theRepetitionIsIndependentOfTheRetryPolicy(ExecutionMode mode) {
    harness
        .with(b -> b.retryPolicy(RetryPolicy.none()))
        .replies(problem(401, "token-expired"), site());

    mode.execute(harness.client().withTokenProvider(new Recorder("old", "new")).site().get());

    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aSecondRejectedTokenEndsTheCall(ExecutionMode mode) {
    Recorder provider = new Recorder("a", "b", "c");
    harness.replies(problem(401, "token-expired"));

    var failure = mode.failure(UnauthenticatedException.class, siteOf(provider));

    assertThat(failure.code()).isEqualTo(ProblemCode.TOKEN_EXPIRED);
    assertThat(failure.attempts()).hasSize(2);
    assertThat(provider.asked).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatReturnsTheRejectedTokenAgainCausesNoSecondRequest(ExecutionMode mode) {
    Recorder provider = new Recorder("same");
    harness.replies(problem(401, "unauthenticated"));

    var failure = mode.failure(UnauthenticatedException.class, siteOf(provider));

    assertThat(failure.code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(provider.asked).hasSize(2);
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void retriesAfterARefreshStillNameTheRejectedToken(ExecutionMode mode) {
    Recorder provider = new Recorder("old", "new");
    harness.replies(problem(401, "token-expired"), status(503), site());

    mode.execute(siteOf(provider));

    assertThat(provider.asked).hasSize(3);
    assertThat(provider.asked.get(2).rejected()).contains(AccessToken.of("old"));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anEndedSessionIsNeverRefreshed(ExecutionMode mode) {
    Recorder provider = new Recorder("a", "b");
    harness.replies(problem(401, "session-ended"));

    var failure = mode.failure(UnauthenticatedException.class, siteOf(provider));

    assertThat(failure.code()).isEqualTo(ProblemCode.SESSION_ENDED);
    assertThat(provider.asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void otherRejectionsDoNotCauseARefresh(ExecutionMode mode) {
    for (var rejection :
        List.of(problem(403, "administrator-required"), status(401), status(407))) {
      Recorder provider = new Recorder("a", "b");
      harness.replies(rejection);

      mode.failure(CloudServiceException.class, siteOf(provider));

      assertThat(provider.asked).hasSize(1);
    }
    harness.replies(problem(403, "administrator-required"));
    mode.failure(PermissionDeniedException.class, siteOf(new Recorder("a")));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aFixedTokenIsNeverRefreshed(ExecutionMode mode) {
    harness.replies(problem(401, "token-expired"));

    var failure =
        mode.failure(UnauthenticatedException.class, harness.client().withToken("t").site().get());

    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anAuthenticationExceptionOfTheProviderKeepsItsMessageAndNamesTheCall(ExecutionMode mode) {
    AuthenticationException own =
        new AuthenticationException("No token in the vault. Store one.", null);

    var failure =
        mode.failure(
            AuthenticationException.class,
            harness.client().withTokenProvider(failing(own)).remoteControl().activate());

    assertThat(failure)
        .hasMessage(
            "No token in the vault. Store one. [activateRemoteControl"
                + " (POST /v1/remote-control/activation), not sent]")
        .hasCause(own);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.idempotencyKey()).isPresent();
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anyOtherExceptionOfAProviderIsWrapped(ExecutionMode mode) {
    for (Throwable thrown :
        List.of(new IllegalArgumentException("secret"), new NoClassDefFoundError("x/Y"))) {
      var failure = mode.failure(AuthenticationException.class, siteOf(failing(thrown)));

      assertThat(failure)
          .hasMessageStartingWith(
              "The token provider failed ("
                  + thrown.getClass().getSimpleName()
                  + "); see the cause")
          .hasMessageNotContaining("secret")
          .hasCause(thrown);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatReturnsNullIsReported(ExecutionMode mode) {
    var failure = mode.failure(AuthenticationException.class, siteOf(request -> null));

    assertThat(failure.getCause()).hasMessage("the token provider returned null");
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aFailedRefreshReportsTheEarlierAttempt(ExecutionMode mode) {
    TokenProvider once =
        request -> {
          if (request.rejected().isPresent()) {
            throw new AuthenticationException("Signed out.", null);
          }
          return AccessToken.of("old");
        };
    harness.replies(problem(401, "token-expired"));

    var failure = mode.failure(AuthenticationException.class, siteOf(once));

    assertThat(failure).hasMessageStartingWith("Signed out. [").hasMessageContaining(": 401]");
    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aTokenOfAnotherServiceIsNotSent(ExecutionMode mode) {
    for (String other :
        List.of(
            "https://other.example",
            "http://service.example",
            "https://service.example:8443",
            "https://service.example.evil.example")) {
      AccessToken bound = AccessToken.of("t").boundTo(URI.create(other));

      var fixed =
          mode.failure(
              AuthenticationException.class, harness.client().withToken(bound).site().get());
      var provided = mode.failure(AuthenticationException.class, siteOf(request -> bound));

      assertThat(fixed).hasMessageStartingWith("The token is bound to another service");
      assertThat(provided.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKING,     https://service.example",
    "BLOCKING,     HTTPS://Service.Example:443/any/path",
    "ASYNC,    https://service.example",
    "ASYNC,    HTTPS://Service.Example:443/any/path"
  })
  void aTokenOfThisServiceIsSentHoweverItsAddressIsWritten(ExecutionMode mode, URI same) {
    AccessToken bound = AccessToken.of("t").boundTo(same);

    mode.execute(harness.client().withToken(bound).site().get());

    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClientWithoutAnAccountSaysWhatToDo(ExecutionMode mode) {
    CloudServiceClient withoutAccount = harness.client();

    assertThatIllegalStateException()
        .isThrownBy(() -> mode.execute(withoutAccount.site().get()))
        .withMessageContaining("client.withTokenProvider(provider) or client.withToken(token)");
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theTokenRequestHasTheRemainingTimeOfTheCall(ExecutionMode mode) {
    Recorder provider = new Recorder("a");

    mode.execute(siteOf(provider).timeout(Duration.ofSeconds(2)));

    assertThat(provider.asked.get(0).timeLeft()).isEqualTo(Duration.ofSeconds(2));
  }

  private Call<Site> siteOf(TokenProvider provider) {
    return harness.client().withTokenProvider(provider).site().get();
  }

  private static TokenProvider failing(Throwable thrown) {
    return request -> {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    };
  }
}
