package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Threads.await;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls whose tokens come from a cache. */
class CachedTokensTest {
  private final ClientHarness harness = new ClientHarness(site());
  private final TaskQueue tasks = new TaskQueue();

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void aCachedTokenIsReadOnTheCallersThread() {
    harness.with(builder -> builder.executor(tasks));
    try (CachingTokenProvider cache = direct("user", new AtomicInteger())) {
      assertThat(cache.token(TokenRequest.within(ClientHarness.TIMEOUT)).value())
          .isEqualTo("user-1");

      harness.client().withTokenProvider(cache).site().get().execute();
    }
    assertThat(tasks.isEmpty()).isTrue();
    assertThat(harness.transport.sent("Authorization")).containsExactly("Bearer user-1");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void waitingForATokenOccupiesNoThreadOfTheClient(ExecutionMode mode) {
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(request -> AccessToken.of("t"))
            .timer(harness.timer)
            .executor(tasks)
            .build()) {
      CloudServiceClient slow = harness.client().withTokenProvider(cache);
      List<CompletableFuture<Site>> waiting = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        waiting.add(mode.start(slow.site().get()));
      }

      mode.execute(harness.client().withTokenProvider(request -> AccessToken.of("o")).site().get());

      await(() -> !tasks.isEmpty());
      tasks.runAll();
      waiting.forEach(ExecutionMode::outcome);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aCallThatTimesOutDoesNotCancelTheRefreshOfOthers(ExecutionMode mode) {
    AtomicInteger asked = new AtomicInteger();
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(request -> AccessToken.of("t" + asked.incrementAndGet()))
            .timer(harness.timer)
            .executor(tasks)
            .build()) {
      CloudServiceClient view = harness.client().withTokenProvider(cache);
      CompletableFuture<Site> hasty = mode.start(view.site().get().timeout(Duration.ofSeconds(1)));
      await(() -> !tasks.isEmpty());
      harness.timer.advance(Duration.ofSeconds(1));
      var failure = ExecutionMode.failure(DeadlineException.class, hasty);
      assertThat(failure)
          .hasMessageStartingWith("The deadline was exceeded before a token was obtained.");

      tasks.runAll();
      mode.execute(view.site().get());
    }
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void twoViewsOfOneClientNeverUseEachOthersToken(ExecutionMode mode) {
    AtomicInteger requests = new AtomicInteger();
    harness.replies(
        request ->
            (requests.incrementAndGet() % 5 == 0 ? problem(401, "token-expired") : site())
                .to(request));
    try (CachingTokenProvider anna = direct("anna", new AtomicInteger());
        CachingTokenProvider bert = direct("bert", new AtomicInteger())) {
      CloudServiceClient annas = harness.client().withTokenProvider(anna);
      CloudServiceClient berts = harness.client().withTokenProvider(bert);
      List<CompletableFuture<Site>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(mode.start(annas.site().get().header("X-Test-User", "anna")));
        calls.add(mode.start(berts.site().get().header("X-Test-User", "bert")));
      }
      // A call that is rejected twice in a row fails, which is acceptable here.
      calls.forEach(call -> call.handle((site, failure) -> null).join());
    }
    List<String> users = harness.transport.sent("X-Test-User");
    List<String> tokens = harness.transport.sent("Authorization");
    assertThat(users).hasSizeGreaterThan(200).contains("anna", "bert");
    for (int i = 0; i < users.size(); i++) {
      assertThat(tokens.get(i)).startsWith("Bearer " + users.get(i) + "-");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anEndedSessionDoesNotCauseARefresh(ExecutionMode mode) {
    AtomicInteger asked = new AtomicInteger();
    String challenge = "Bearer error=\"insufficient_claims\", claims=\"e30=\"";
    harness.replies(problem(401, "session-ended", "WWW-Authenticate", challenge));
    try (CachingTokenProvider cache = direct("user", asked)) {
      mode.failure(
          UnauthenticatedException.class, harness.client().withTokenProvider(cache).site().get());
    }
    assertThat(asked).hasValue(1);
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theFailureOfTheProviderReachesTheCaller(ExecutionMode mode) {
    AuthenticationException cause =
        AuthenticationException.builder(AuthenticationErrorKind.BLOCKED_BY_POLICY)
            .errorCode("AADSTS53003")
            .build();
    try (CachingTokenProvider cache =
        CachingTokenProvider.of(
            request -> {
              throw cause;
            })) {
      var failure =
          mode.failure(
              AuthenticationException.class,
              harness.client().withTokenProvider(cache).site().get());

      assertThat(failure).hasCause(cause).hasMessageStartingWith(cause.getMessage() + " [getSite");
      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.BLOCKED_BY_POLICY);
      assertThat(failure.errorCode()).contains("AADSTS53003");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClosedCacheIsReportedToTheCaller(ExecutionMode mode) {
    CachingTokenProvider cache = direct("user", new AtomicInteger());
    cache.close();

    var failure =
        mode.failure(
            AuthenticationException.class, harness.client().withTokenProvider(cache).site().get());

    assertThat(failure).hasMessageStartingWith("Token cache: it is closed.");
  }

  /** Returns {@code user-1}, {@code user-2} and so on. */
  private CachingTokenProvider direct(String user, AtomicInteger asked) {
    return CachingTokenProvider.builder(
            request -> AccessToken.of(user + "-" + asked.incrementAndGet()))
        .timer(harness.timer)
        .executor(Runnable::run)
        .build();
  }
}
