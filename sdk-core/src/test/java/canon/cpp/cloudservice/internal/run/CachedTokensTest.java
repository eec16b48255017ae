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

/** Calls whose tokens come out of a cache. */
class CachedTokensTest {
  private final ClientHarness bench = new ClientHarness(site());
  private final TaskQueue tasks = new TaskQueue();

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void aTokenThatIsThereIsTakenInTheCallersThread() {
    bench.with(builder -> builder.executor(tasks));
    try (CachingTokenProvider cache = direct("user", new AtomicInteger())) {
      assertThat(cache.token(TokenRequest.within(ClientHarness.TIMEOUT)).value())
          .isEqualTo("user-1");

      bench.client().withTokenProvider(cache).site().get().execute();
    }
    assertThat(tasks.isEmpty()).isTrue();
    assertThat(bench.transport.sent("Authorization")).containsExactly("Bearer user-1");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void waitingForATokenKeepsNoThreadOfTheClient(ExecutionMode way) {
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(request -> AccessToken.of("t"))
            .timer(bench.timer)
            .executor(tasks)
            .build()) {
      CloudServiceClient slow = bench.client().withTokenProvider(cache);
      List<CompletableFuture<Site>> waiting = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        waiting.add(way.start(slow.site().get()));
      }

      way.execute(bench.client().withTokenProvider(request -> AccessToken.of("o")).site().get());

      await(() -> !tasks.isEmpty());
      tasks.runAll();
      waiting.forEach(ExecutionMode::outcome);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aCallThatRunsOutOfTimeLeavesTheFlightToTheOthers(ExecutionMode way) {
    AtomicInteger asked = new AtomicInteger();
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(request -> AccessToken.of("t" + asked.incrementAndGet()))
            .timer(bench.timer)
            .executor(tasks)
            .build()) {
      CloudServiceClient view = bench.client().withTokenProvider(cache);
      CompletableFuture<Site> hasty = way.start(view.site().get().timeout(Duration.ofSeconds(1)));
      await(() -> !tasks.isEmpty());
      bench.timer.advance(Duration.ofSeconds(1));
      var failure = ExecutionMode.failure(DeadlineException.class, hasty);
      assertThat(failure).hasMessageStartingWith("No token came in the time that the call had.");

      tasks.runAll();
      way.execute(view.site().get());
    }
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void twoUsersOfOneClientNeverSeeEachOthersToken(ExecutionMode way) {
    AtomicInteger requests = new AtomicInteger();
    bench.replies(
        request ->
            (requests.incrementAndGet() % 5 == 0 ? problem(401, "token-expired") : site())
                .to(request));
    try (CachingTokenProvider anna = direct("anna", new AtomicInteger());
        CachingTokenProvider bert = direct("bert", new AtomicInteger())) {
      CloudServiceClient annas = bench.client().withTokenProvider(anna);
      CloudServiceClient berts = bench.client().withTokenProvider(bert);
      List<CompletableFuture<Site>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(way.start(annas.site().get().header("X-Test-User", "anna")));
        calls.add(way.start(berts.site().get().header("X-Test-User", "bert")));
      }
      // One that is rejected twice in a row has failed, which does no harm here.
      calls.forEach(call -> call.handle((site, failure) -> null).join());
    }
    List<String> users = bench.transport.sent("X-Test-User");
    List<String> tokens = bench.transport.sent("Authorization");
    assertThat(users).hasSizeGreaterThan(200).contains("anna", "bert");
    for (int i = 0; i < users.size(); i++) {
      assertThat(tokens.get(i)).startsWith("Bearer " + users.get(i) + "-");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aSessionThatWasLoggedOutIsNoReasonForAnotherToken(ExecutionMode way) {
    AtomicInteger asked = new AtomicInteger();
    String challenge = "Bearer error=\"insufficient_claims\", claims=\"e30=\"";
    bench.replies(problem(401, "session-ended", "WWW-Authenticate", challenge));
    try (CachingTokenProvider cache = direct("user", asked)) {
      way.failure(
          UnauthenticatedException.class, bench.client().withTokenProvider(cache).site().get());
    }
    assertThat(asked).hasValue(1);
    assertThat(bench.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void whatTheProviderSaysReachesTheCaller(ExecutionMode way) {
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
          way.failure(
              AuthenticationException.class, bench.client().withTokenProvider(cache).site().get());

      assertThat(failure).hasCause(cause).hasMessageStartingWith(cause.getMessage() + " [getSite");
      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.BLOCKED_BY_POLICY);
      assertThat(failure.errorCode()).contains("AADSTS53003");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClosedCacheIsToldToTheCaller(ExecutionMode way) {
    CachingTokenProvider cache = direct("user", new AtomicInteger());
    cache.close();

    var failure =
        way.failure(
            AuthenticationException.class, bench.client().withTokenProvider(cache).site().get());

    assertThat(failure).hasMessageStartingWith("Token cache: it is closed.");
  }

  /** Gives {@code user-1}, {@code user-2} and so on. */
  private CachingTokenProvider direct(String user, AtomicInteger asked) {
    return CachingTokenProvider.builder(
            request -> AccessToken.of(user + "-" + asked.incrementAndGet()))
        .timer(bench.timer)
        .executor(Runnable::run)
        .build();
  }
}
