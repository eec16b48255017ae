package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.ChainedTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.session.SignOutResult;
import canon.cpp.cloudservice.session.SignedOut;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing out of the service makes the token provider forget the account. */
class SignOutTest {
  private static final String ENDED = "{\"result\":\"ended\"}";

  private final ClientHarness harness = new ClientHarness(ok(ENDED));
  private final Account account = new Account();

  @AfterEach
  void end() {
    harness.close();
  }

  private static class Account implements TokenProvider {
    final List<String> log = new CopyOnWriteArrayList<>();

    @Override
    public AccessToken token(TokenRequest request) {
      log.add("token");
      return AccessToken.of("token");
    }

    @Override
    public void forget() {
      log.add("forget");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theProviderForgetsAfterTheServiceHasLoggedOut(ExecutionMode mode) {
    SignedOut out = mode.execute(signOut(account));

    assertThat(out.result()).isEqualTo(SignOutResult.ENDED);
    assertThat(account.log).containsExactly("token", "forget");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theProviderForgetsAlsoWithResponse(ExecutionMode mode) {
    mode.execute(harness.client().withTokenProvider(account).session().signOut().withResponse());

    assertThat(account.log).containsExactly("token", "forget");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theProviderDoesNotForgetAfterARejection(ExecutionMode mode) {
    try (ClientHarness own = new ClientHarness(problem(403, "not-allowed"))) {
      mode.failure(
          CloudServiceException.class, own.client().withTokenProvider(account).session().signOut());
    }
    assertThat(account.log).containsExactly("token");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void otherCallsDoNotForget(ExecutionMode mode) {
    harness.replies(ok("{}"));

    mode.failure(
        CloudServiceException.class,
        harness.client().withTokenProvider(account).session().signIn());

    assertThat(account.log).doesNotContain("forget");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theCallEndsAtItsDeadlineWhileForgettingHangs(ExecutionMode mode) {
    CountDownLatch forgetting = new CountDownLatch(1);
    CountDownLatch mayForget = new CountDownLatch(1);
    TokenProvider hanging =
        new Account() {
          @Override
          public void forget() {
            forgetting.countDown();
            Threads.await(mayForget);
            super.forget();
          }
        };
    CompletableFuture<SignedOut> out = mode.start(signOut(hanging));
    Threads.await(forgetting);
    assertThat(out).isNotDone();

    Threads.await(() -> harness.timer.pending() > 0);
    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(out.join().result()).isEqualTo(SignOutResult.ENDED);
    mayForget.countDown();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatCannotForgetDoesNotFailTheCall(ExecutionMode mode) {
    TokenProvider stubborn =
        new Account() {
          @Override
          public void forget() {
            throw new IllegalStateException("seeded-secret");
          }
        };

    assertThat(mode.execute(signOut(stubborn)).result()).isEqualTo(SignOutResult.ENDED);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aCacheForgetsAndForwardsIt(ExecutionMode mode) {
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(account).timer(harness.timer).build()) {
      mode.execute(signOut(cache));

      assertThat(cache.token(TokenRequest.within(ClientHarness.TIMEOUT)).value())
          .isEqualTo("token");
    }
    assertThat(account.log).containsExactly("token", "forget", "token");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aChainForwardsItToTheSelectedProvider(ExecutionMode mode) {
    Account absent =
        new Account() {
          @Override
          public AccessToken token(TokenRequest request) {
            throw AuthenticationException.builder(AuthenticationErrorKind.UNAVAILABLE).build();
          }
        };
    ChainedTokenProvider chain =
        ChainedTokenProvider.builder().add("absent", absent).add("present", account).build();

    mode.execute(signOut(chain));

    assertThat(account.log).containsExactly("token", "forget");
    assertThat(absent.log).isEmpty();
  }

  @Test
  void settlingForgetsIfTheSignOutWasApplied() {
    try (ClientHarness own = new ClientHarness(losesConnection(), ok(ENDED))) {
      ClientHarness once = own.with(b -> b.retryPolicy(RetryPolicy.none()));
      CloudServiceException lost =
          ExecutionMode.BLOCKING.failure(
              CloudServiceException.class,
              once.client().withTokenProvider(account).session().signOut());
      assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(account.log).containsExactly("token");

      Settled settled = lost.settle().execute();

      assertThat(settled.applied()).isTrue();
      assertThat(account.log).containsExactly("token", "token", "forget");
    }
  }

  @Test
  void theSignOutSucceedsWhileForgettingExceedsTheDeadline() {
    TaskQueue tasks = new TaskQueue();
    harness.with(b -> b.executor(tasks));
    TokenProvider slow =
        new Account() {
          @Override
          public void forget() {
            harness.timer.advance(ClientHarness.TIMEOUT.plus(Duration.ofSeconds(1)));
          }
        };

    CompletableFuture<SignedOut> call = signOut(slow).executeAsync();
    tasks.runAll();

    assertThat(ExecutionMode.outcome(call).result()).isEqualTo(SignOutResult.ENDED);
  }

  private Call<SignedOut> signOut(TokenProvider provider) {
    return harness.client().withTokenProvider(provider).session().signOut();
  }
}
