package canon.cpp.cloudservice.internal.diagnosis;

import static canon.cpp.cloudservice.diagnosis.CheckKind.ACCOUNT;
import static canon.cpp.cloudservice.diagnosis.CheckKind.CLOCK;
import static canon.cpp.cloudservice.diagnosis.CheckKind.PROXY;
import static canon.cpp.cloudservice.diagnosis.CheckKind.SERVICE;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TOKEN;
import static canon.cpp.cloudservice.diagnosis.CheckState.FAILED;
import static canon.cpp.cloudservice.diagnosis.CheckState.OK;
import static canon.cpp.cloudservice.diagnosis.CheckState.SKIPPED;
import static canon.cpp.cloudservice.harness.Replies.after;
import static canon.cpp.cloudservice.harness.Replies.refusesConnection;
import static canon.cpp.cloudservice.harness.Replies.status;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.administrator;
import static canon.cpp.cloudservice.internal.diagnosis.DiagnosisHarness.withoutToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DiagnosisAsACallTest {
  private final ClientHarness harness = new ClientHarness(withoutToken(), administrator());

  @AfterEach
  void close() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource
  void endsInTimeWhenTheServiceDoesNotRespond(ExecutionMode mode) {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Diagnosis> call =
        mode.start(harness.view().diagnose().timeout(Duration.ofSeconds(4)));
    held.awaitRequest();
    Threads.await(() -> harness.timer.pending() == 1);

    harness.timer.advance(Duration.ofSeconds(4));

    Diagnosis diagnosis = ExecutionMode.outcome(call);
    assertThat(diagnosis.check(SERVICE).state()).isEqualTo(FAILED);
    assertThat(diagnosis.check(SERVICE).duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(diagnosis.check(SERVICE).finding()).contains("no response within the timeout");
    assertThat(diagnosis.check(CLOCK).state()).isEqualTo(SKIPPED);
    assertThat(diagnosis.check(TOKEN).state()).isEqualTo(SKIPPED);
    assertThat(diagnosis.check(TOKEN).finding()).contains("not reached within the timeout");
    assertThat(diagnosis.check(ACCOUNT).remedy()).contains("timeout(…)");
    held.awaitCancellation();
    assertThat(harness.timer.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void abandonsAProbeThatExceedsItsTimeout(ExecutionMode mode) {
    CompletableFuture<Connectivity> probe = new CompletableFuture<>();
    harness.transport.connectivity(probe);
    CompletableFuture<Diagnosis> call = mode.start(harness.view().diagnose());
    Threads.await(() -> probe.getNumberOfDependents() > 0);

    harness.timer.advance(ClientHarness.TIMEOUT);

    Diagnosis diagnosis = ExecutionMode.outcome(call);
    assertThat(diagnosis.check(PROXY).finding()).contains("timed out");
    assertThat(diagnosis.checks()).extracting(Check::state).containsOnly(SKIPPED);
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void abandonsATokenProviderThatHangs(ExecutionMode mode) {
    CompletableFuture<Void> testIsOver = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    CompletableFuture<Diagnosis> call =
        mode.start(
            harness
                .client()
                .withTokenProvider(
                    request -> {
                      asked.complete(null);
                      testIsOver.join();
                      return AccessToken.of("too-late");
                    })
                .diagnose());
    asked.join();
    Threads.await(() -> harness.timer.pending() == 1);

    harness.timer.advance(ClientHarness.TIMEOUT);

    Diagnosis diagnosis = ExecutionMode.outcome(call);
    testIsOver.complete(null);
    assertThat(diagnosis.check(TOKEN).state()).isEqualTo(FAILED);
    assertThat(diagnosis.check(TOKEN).duration()).isEqualTo(ClientHarness.TIMEOUT);
    assertThat(diagnosis.check(SERVICE).state()).isEqualTo(OK);
    assertThat(diagnosis.check(ACCOUNT).state()).isEqualTo(SKIPPED);
  }

  @ParameterizedTest
  @EnumSource
  void measuresWhatEachCheckTakes(ExecutionMode mode) {
    harness.replies(
        after(() -> harness.timer.advance(Duration.ofMillis(70)), withoutToken()),
        after(() -> harness.timer.advance(Duration.ofMillis(90)), administrator()));

    Diagnosis diagnosis = mode.execute(harness.view().diagnose());

    assertThat(diagnosis.check(SERVICE).duration()).isEqualTo(Duration.ofMillis(70));
    assertThat(diagnosis.check(ACCOUNT).duration()).isEqualTo(Duration.ofMillis(90));
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientEndsIt(ExecutionMode mode) {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Diagnosis> call = mode.start(harness.view().diagnose());
    held.awaitRequest();

    harness.client().close();

    var failure = ExecutionMode.failure(UnavailableException.class, call);
    assertThat(failure).hasMessageStartingWith("The client was closed during the call.");
    held.awaitCancellation();
  }

  @Test
  void aClosedClientIsNotDiagnosed() {
    var call = harness.view().diagnose();
    harness.client().close();

    assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(call::executeAsync).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInterruptEndsIt() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              failure.complete(
                  ExecutionMode.BLOCKING.failure(
                      InterruptedCallException.class, harness.view().diagnose()));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    held.awaitRequest();

    caller.interrupt();

    assertThat(failure.join()).hasMessageContaining("diagnose (GET /v1/session), 1 attempt");
    assertThat(flag.join()).isTrue();
    held.awaitCancellation();
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    Thread.currentThread().interrupt();

    var unused =
        ExecutionMode.BLOCKING.failure(InterruptedCallException.class, harness.view().diagnose());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(harness.requests()).isZero();
  }

  @Test
  void cancellingFreesTheExchange() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Diagnosis> call = harness.view().diagnose().executeAsync();
    held.awaitRequest();

    call.cancel(true);

    held.awaitCancellation();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void cancellingEndsTheProbe() {
    CompletableFuture<Connectivity> probe = new CompletableFuture<>();
    harness.transport.connectivity(probe);
    CompletableFuture<Diagnosis> call = harness.view().diagnose().executeAsync();
    Threads.await(() -> probe.getNumberOfDependents() > 0);

    call.cancel(true);

    assertThat(probe).isCancelled();
  }

  @Test
  void oneThreadIsEnoughForTheAsynchronousForm() {
    TaskQueue queue = new TaskQueue();
    harness.with(builder -> builder.executor(queue));
    CompletableFuture<Diagnosis> call = harness.view().diagnose().executeAsync();

    queue.runAll();

    assertThat(call.join().isHealthy()).isTrue();
  }

  @Test
  void theBlockingFormDoesNotNeedTheExecutor() {
    harness.with(builder -> builder.executor(work -> {}));

    assertThat(harness.view().diagnose().execute().isHealthy()).isTrue();
  }

  @Test
  void failsWhenTheExecutorRejectsWork() {
    harness.with(
        builder ->
            builder.executor(
                work -> {
                  throw new RejectedExecutionException();
                }));

    var failure =
        ExecutionMode.failure(UnavailableException.class, harness.view().diagnose().executeAsync());

    assertThat(failure).hasMessageContaining("executor rejects tasks");
  }

  @ParameterizedTest
  @EnumSource
  void listenersAreNotifiedOfOneCallWithTwoAttempts(ExecutionMode mode) {
    Diary diary = new Diary();
    harness.with(builder -> builder.listener(diary));

    Diagnosis unused =
        mode.execute(
            harness
                .client()
                .withTokenProvider(request -> AccessToken.of("token"))
                .diagnose()
                .header("X-Host", "press-1"));

    assertThat(diary.lines)
        .containsExactly(
            "started diagnose GET /v1/session",
            "attempt 1",
            "attempt 1 ended: 401",
            "token",
            "attempt 2",
            "attempt 2 ended: 200",
            "ended after 2: null");
    assertThat(harness.transport.sent("X-Host")).containsExactly("press-1", "press-1");
    assertThat(harness.transport.sent("traceparent").stream().distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotUseTheRetryBudget(ExecutionMode mode) {
    harness.replies(
        request ->
            (request.headers().containsKey("Authorization") ? status(503) : withoutToken())
                .to(request));
    for (int i = 0; i < 200; i++) {
      Diagnosis unused = mode.execute(harness.view().diagnose());
    }
    assertThat(harness.requests()).as("none is retried").isEqualTo(400);

    var failure = mode.failure(UnavailableException.class, harness.view().site().get());

    assertThat(failure.attempts()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void theResponseIsThatOfTheRequestWithoutAToken(ExecutionMode mode) {
    harness.replies(withoutToken("X-Request-Id", "req_1"), administrator());
    Response<Diagnosis> answered = mode.execute(harness.view().diagnose().withResponse());
    harness.replies(refusesConnection());
    Response<Diagnosis> unanswered = mode.execute(harness.view().diagnose().withResponse());

    assertThat(answered.status()).isEqualTo(401);
    assertThat(answered.requestId()).isEqualTo("req_1");
    assertThat(answered.attempts()).isEqualTo(2);
    assertThat(answered.value().isHealthy()).isTrue();
    assertThat(unanswered.status()).isZero();
    assertThat(unanswered.requestId()).isNull();
  }

  private static final class Diary implements CallListener {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void callStarted(CallInfo call) {
      lines.add("started " + call.operation() + " " + call.target());
    }

    @Override
    public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
      lines.add("token");
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      lines.add("attempt " + number);
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      lines.add("attempt " + number + " ended: " + attempt.result());
    }

    @Override
    public void callEnded(
        CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
      lines.add("ended after " + attempts.size() + ": " + failure);
    }
  }
}
