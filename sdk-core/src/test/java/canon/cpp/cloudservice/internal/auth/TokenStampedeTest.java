package canon.cpp.cloudservice.internal.auth;

import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Threads.await;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many concurrent callers cause one request to the identity provider. */
class TokenStampedeTest {
  private static final int THREADS = 50;
  private static final int CALLS = 20;
  private static final String CHALLENGE =
      "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"";

  private final TokenCacheHarness cacheBench = new TokenCacheHarness();
  private final ClientHarness harness = new ClientHarness(site());

  @AfterEach
  void end() {
    harness.close();
    cacheBench.close();
  }

  @Test
  void fiftyThreadsOnAColdCacheMakeOneRequest() {
    List<CompletableFuture<AccessToken>> waiting =
        Threads.start(THREADS, () -> cacheBench.cache.token(TokenCacheHarness.REQUEST));
    await(() -> cacheBench.timer.pending() == THREADS + 1);

    cacheBench.tasks.runAll();

    assertThat(waiting).allSatisfy(token -> assertThat(token.join().value()).isEqualTo("t1"));
    assertThat(cacheBench.asked).hasSize(1);
  }

  @Test
  void fiftyThreadsWhoseTokenHasExpiredMakeOneRequest() {
    cacheBench.get();
    cacheBench.timer.advance(TokenCacheHarness.HOUR);
    List<CompletableFuture<AccessToken>> waiting =
        Threads.start(THREADS, () -> cacheBench.cache.token(TokenCacheHarness.REQUEST));
    await(() -> cacheBench.timer.pending() == THREADS + 1);

    cacheBench.tasks.runAll();

    assertThat(waiting).allSatisfy(token -> assertThat(token.join().value()).isEqualTo("t2"));
    assertThat(cacheBench.asked).hasSize(2);
  }

  @Test
  void concurrentFailingCallersMakeOneRequest() {
    cacheBench.thenFails(new AuthenticationException("down", null));
    List<CompletableFuture<AccessToken>> waiting = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      waiting.add(cacheBench.start());
    }
    cacheBench.tasks.runAll();

    assertThat(waiting)
        .allSatisfy(token -> ExecutionMode.failure(AuthenticationException.class, token));
    assertThat(cacheBench.asked).hasSize(1);
    assertThat(cacheBench.get()).isEqualTo("t2");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void fiftyCallsOnAColdCacheMakeOneRequest(ExecutionMode mode) {
    CountDownLatch release = new CountDownLatch(1);
    Counter provider = new Counter();
    TokenProvider slow =
        request -> {
          waitFor(release);
          return provider.token(request);
        };
    try (CachingTokenProvider cache = cache(slow)) {
      CloudServiceClient view = harness.client().withTokenProvider(cache);
      List<CompletableFuture<Site>> calls = start(mode, view, THREADS);
      release.countDown();

      calls.forEach(ExecutionMode::outcome);
    }
    assertThat(provider.count).hasValue(1);
    assertThat(harness.transport.sent("Authorization")).hasSize(THREADS).containsOnly("Bearer t1");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void twentyConcurrentRejectionsMakeOneRefresh(ExecutionMode mode) {
    Counter provider = new Counter();
    harness.replies(whenAllAreThere(CALLS, problem(401, "token-expired")));
    try (CachingTokenProvider cache = cache(provider)) {
      start(mode, harness.client().withTokenProvider(cache), CALLS).forEach(ExecutionMode::outcome);
    }
    assertThat(provider.count).hasValue(2);
    assertThat(harness.requests()).isEqualTo(2 * CALLS);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void twentyConcurrentClaimsChallengesMakeOneRequest(ExecutionMode mode) {
    Counter provider = new Counter();
    harness.replies(whenAllAreThere(CALLS, problem(401, "unknown", "WWW-Authenticate", CHALLENGE)));
    try (CachingTokenProvider cache = cache(provider)) {
      CloudServiceClient view = harness.client().withTokenProvider(cache);
      start(mode, view, CALLS).forEach(ExecutionMode::outcome);

      mode.execute(view.site().get());
    }
    assertThat(provider.count).hasValue(2);
    assertThat(harness.requests())
        .as("later calls are not rejected first")
        .isEqualTo(2 * CALLS + 1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aLateRejectionDoesNotRemoveTheNewToken(ExecutionMode mode) {
    Counter provider = new Counter();
    HeldReply late = new HeldReply();
    try (CachingTokenProvider cache = cache(provider)) {
      CloudServiceClient view = harness.client().withTokenProvider(cache);
      harness.replies(late, problem(401, "token-expired"), site());
      CompletableFuture<Site> slow = mode.start(view.site().get());
      late.awaitRequest();
      mode.execute(view.site().get());

      late.release(problem(401, "token-expired"));

      ExecutionMode.outcome(slow);
    }
    assertThat(provider.count).hasValue(2);
    assertThat(harness.transport.sent("Authorization"))
        .containsExactly("Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2");
  }

  private CachingTokenProvider cache(TokenProvider provider) {
    return CachingTokenProvider.builder(provider).timer(harness.timer).build();
  }

  private static List<CompletableFuture<Site>> start(
      ExecutionMode mode, CloudServiceClient view, int count) {
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(mode.start(view.site().get()));
    }
    return calls;
  }

  /** Rejects the first token once all callers have sent it; accepts any other token. */
  private static Reply whenAllAreThere(int count, Reply rejection) {
    CountDownLatch missing = new CountDownLatch(count);
    CompletableFuture<Void> allThere = new CompletableFuture<>();
    return (HttpRequest request) -> {
      if (!"Bearer t1".equals(request.headers().get("Authorization"))) {
        return site().to(request);
      }
      missing.countDown();
      CompletableFuture<HttpResponse> answer =
          allThere.thenCompose(unused -> rejection.to(request));
      if (missing.getCount() == 0) {
        allThere.complete(null);
      }
      return answer;
    };
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns {@code t1}, {@code t2} and so on. */
  private static final class Counter implements TokenProvider {
    final AtomicInteger count = new AtomicInteger();

    @Override
    public AccessToken token(TokenRequest request) {
      return AccessToken.of("t" + count.incrementAndGet());
    }
  }
}
