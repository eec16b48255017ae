package canon.cpp.cloudservice.signin.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sign-out during a sign-in or a renewal of the same account. */
@Timeout(30)
class ForgetDuringUseTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction();

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final List<String> stored = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final AccountTokenProvider provider =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock)
          .deviceCode(code -> {})
          .store(new Recorder(), "john")
          .build();

  @AfterEach
  void close() {
    provider.close();
  }

  private final class Recorder implements TokenStore {
    @Override
    public Optional<byte[]> load(String name) {
      return Optional.empty();
    }

    @Override
    public void save(String name, byte[] signIn) {
      stored.add("save");
    }

    @Override
    public void delete(String name) {
      stored.add("delete");
    }
  }

  @Test
  void forgettingEndsASignInInProgressAndDiscardsItsResult() {
    grant.before = step -> pauseAt("device", step, true);
    CompletableFuture<AccessToken> signIn =
        CompletableFuture.supplyAsync(() -> provider.token(SIGN_IN));
    await(asked);

    provider.forget();

    assertThatThrownBy(signIn::join)
        .cause()
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.CANCELLED))
        .hasMessageContaining("signed out in the meantime");
    assertThat(stored).containsExactly("delete");
    assertThat(provider.account()).isEmpty();
    assertThat(grant.log).endsWith("forget");
  }

  @Test
  void forgettingDiscardsTheResultOfASignInThatIgnoresInterrupts() {
    grant.before =
        step -> {
          pauseAt("device", step, false);
          if (step.equals("device")) {
            boolean unusedDeaf = Thread.interrupted();
          }
        };
    CompletableFuture<AccessToken> signIn =
        CompletableFuture.supplyAsync(() -> provider.token(SIGN_IN));
    await(asked);
    CompletableFuture<Void> forgetting = CompletableFuture.runAsync(provider::forget);
    mayAnswer.countDown();

    forgetting.join();

    // In either order, no account is signed in and nothing is stored.
    assertThat(provider.account()).isEmpty();
    assertThat(stored).endsWith("delete");
    assertThatThrownBy(() -> provider.token(TokenRequest.within(AMPLE)))
        .isInstanceOf(AuthenticationException.class);
    assertThat(signIn.handle((token, failure) -> true).join()).isTrue();
  }

  @Test
  void anInterruptedForgetIsCompletedByTheThreadThatUsesTheGrant() {
    grant.before = step -> pauseAt("device", step, false);
    CompletableFuture<AccessToken> signIn =
        CompletableFuture.supplyAsync(() -> provider.token(SIGN_IN));
    await(asked);
    Thread.currentThread().interrupt();

    provider.forget();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(grant.log).doesNotContain("forget");
    assertThat(provider.account()).isEmpty();
    CompletableFuture<AccessToken> next =
        CompletableFuture.supplyAsync(() -> provider.token(TokenRequest.within(AMPLE)));
    mayAnswer.countDown();
    assertThatThrownBy(signIn::join).hasMessageContaining("signed out in the meantime");
    assertThatThrownBy(next::join).hasCauseInstanceOf(AuthenticationException.class);
    assertThat(grant.log).containsSequence("device", "forget").endsWith("renew null");
    assertThat(stored).containsExactly("delete");
    assertThat(provider.account()).isEmpty();
  }

  @Test
  void onlyOneThreadAtATimeUsesTheGrant() {
    AtomicInteger users = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch secondIsThere = new CountDownLatch(1);
    assertThat(provider.token(SIGN_IN)).isNotNull();
    grant.before =
        step -> {
          most.accumulateAndGet(users.incrementAndGet(), Math::max);
          if (step.startsWith("renew") && asked.getCount() > 0) {
            asked.countDown();
            await(secondIsThere);
          }
          users.decrementAndGet();
        };

    CompletableFuture<AccessToken> one = CompletableFuture.supplyAsync(() -> withScope("one"));
    await(asked);
    CompletableFuture<AccessToken> two = CompletableFuture.supplyAsync(() -> withScope("two"));
    // The second thread cannot enter while the first is blocked, so its absence shows the lock.
    assertThat(two).isNotDone();
    secondIsThere.countDown();

    assertThat(one.join()).isNotNull();
    assertThat(two.join()).isNotNull();
    assertThat(most).hasValue(1);
  }

  private AccessToken withScope(String scope) {
    return provider.token(TokenRequest.within(Duration.ofMinutes(1)).withScopes(Set.of(scope)));
  }

  private void pauseAt(String awaited, String step, boolean hears) {
    if (step.equals(awaited)) {
      asked.countDown();
      while (true) {
        try {
          mayAnswer.await();
          return;
        } catch (InterruptedException e) {
          if (hears) {
            throw AuthenticationException.builder(AuthenticationErrorKind.CANCELLED).build();
          }
        }
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
