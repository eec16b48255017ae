package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.Application.DASHBOARD;
import static canon.cpp.cloudservice.Application.REMOTE_CONTROL;
import static canon.cpp.cloudservice.Application.REMOTE_MATCH;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.User;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTest {
  private static final Reply INVITED = user("invited");
  private static final Reply ACTIVE = user("active");

  private final ClientHarness harness = new ClientHarness(INVITED);

  @AfterEach
  void end() {
    harness.close();
  }

  private static Reply user(String state) {
    return ok(
        """
        {"id":"usr_1","email":"a@b.example","canonicalEmail":"a@b.example",\
        "administrator":"none","addedAt":"2030-01-01T00:00:00Z",\
        "applications":[{"id":"remote-control","state":"%s"}]}"""
            .formatted(state));
  }

  private static Reply administrator(String state) {
    return ok(
        """
        {"id":"adm_1","email":"a@b.example","canonicalEmail":"a@b.example",\
        "state":"%s","addedAt":"2030-01-01T00:00:00Z"}"""
            .formatted(state));
  }

  private static Reply printer(String lastDataAt, boolean enabled) {
    return ok(
        """
        {"id":"prn_1","series":"s","serialNumber":"1","displayName":"Press 1",\
        "registeredAt":"2030-01-01T00:00:00Z","lastDataAt":%s,"licences":[],\
        "allRequiredLicencesAvailable":true,"applications":[{"id":"remote-match",\
        "enabled":%s,"licensed":"present"}]}"""
            .formatted(lastDataAt, enabled));
  }

  private Call<User> waiting() {
    return harness.view().users().awaitActive("a@b.example", REMOTE_CONTROL);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aUserWhoIsActiveEndsTheWaitAtOnce(ExecutionMode mode) {
    harness.replies(ACTIVE);

    assertThat(mode.execute(waiting()).id()).isEqualTo("usr_1");
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.timer.pauses()).isEmpty();
    assertThat(harness.timer.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theUserIsReadUntilActiveWithGrowingDelays(ExecutionMode mode) {
    harness.replies(INVITED, INVITED, INVITED, INVITED, INVITED, INVITED, INVITED, INVITED, ACTIVE);

    assertThat(mode.execute(waiting()).stateOn(REMOTE_CONTROL)).hasToString("Optional[active]");

    long[] limits = {1, 2, 4, 8, 16, 30, 30, 30};
    List<Duration> delays = harness.timer.pauses();
    assertThat(delays).hasSize(limits.length);
    for (int i = 0; i < limits.length; i++) {
      assertThat(delays.get(i).toMillis()).isBetween(limits[i] * 500, limits[i] * 1000);
    }
    assertThat(harness.timer.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aUserWhoIsNotOnTheListIsWaitedFor(ExecutionMode mode) {
    Call<User> call = harness.view().users().awaitActive("a@b.example", DASHBOARD);
    harness.replies(ACTIVE);

    var failure = mode.failure(DeadlineException.class, call.timeout(Duration.ofSeconds(20)));

    assertThat(failure)
        .hasMessageStartingWith(
            "The deadline was exceeded: the user is not Active on the list of"
                + " prismalytics-dashboard. Reads: ");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anAdministratorBecomesActive(ExecutionMode mode) {
    harness.replies(administrator("invited"), administrator("active"));

    Administrator active = mode.execute(harness.view().administrators().awaitActive("a@b.example"));

    assertThat(active.id()).isEqualTo("adm_1");
    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aPrinterSendsItsFirstData(ExecutionMode mode) {
    harness.replies(printer("null", true), printer("\"2031-01-01T00:00:00Z\"", true));

    Printer sending = mode.execute(harness.view().printers().awaitFirstData("1"));

    assertThat(sending.lastDataAt()).isEqualTo(Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aPrinterBecomesReady(ExecutionMode mode) {
    harness.replies(printer("null", false), printer("null", true));

    Printer ready = mode.execute(harness.view().printers().awaitReady("1", REMOTE_MATCH));

    assertThat(ready.applications().get(0).isReady()).isTrue();
    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theDeadlineEndsTheWaitAfterALastReadOneSecondBefore(ExecutionMode mode) {
    long start = harness.timer.nanoTime();

    var failure = mode.failure(DeadlineException.class, waiting().timeout(Duration.ofMinutes(1)));

    assertThat(harness.timer.nanoTime() - start).isEqualTo(Duration.ofSeconds(59).toNanos());
    assertThat(failure)
        .hasMessageContaining("is not Active on the list of remote-control. Reads: ")
        .hasMessageContaining(". Wait longer with timeout(…)")
        .hasMessageContaining("[getUser (GET /v1/users/{userKey}), 1 attempt in 59 s of 60 s: 200]")
        .hasMessageNotContaining("a@b")
        .hasNoCause();
    assertThat(harness.timer.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aWaitWithoutTimeoutEndsAfterTenMinutes(ExecutionMode mode) {
    long start = harness.timer.nanoTime();

    assertThat(mode.failure(DeadlineException.class, waiting()).isTransient()).isTrue();

    assertThat(harness.timer.nanoTime() - start).isEqualTo(Duration.ofSeconds(599).toNanos());
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aReadIsNotLongerThanTheWait(ExecutionMode mode) {
    harness.replies(INVITED, INVITED, ACTIVE);

    User unused = mode.execute(waiting().timeout(Duration.ofSeconds(5)));

    assertThat(harness.transport.requests().get(0).timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(harness.transport.requests().get(2).timeout()).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aReadHasTheTimeoutOfTheClient(ExecutionMode mode) {
    harness.replies(INVITED, ACTIVE);

    User unused = mode.execute(waiting().timeout(Duration.ofDays(1)));

    assertThat(harness.transport.requests())
        .allSatisfy(request -> assertThat(request.timeout()).isEqualTo(ClientHarness.TIMEOUT));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void temporaryFailuresDoNotEndTheWait(ExecutionMode mode) {
    harness.replies(
        INVITED,
        status(503),
        status(503),
        status(503),
        losesConnection(),
        problem(429, "rate-limited"),
        ACTIVE);

    assertThat(mode.execute(waiting()).id()).isEqualTo("usr_1");
    assertThat(harness.requests()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void retryAfterOfAFailedReadIsObeyed(ExecutionMode mode) {
    harness.replies(status(503, "Retry-After", "50"), ACTIVE);

    User unused = mode.execute(waiting().retryPolicy(RetryPolicy.none()));

    assertThat(harness.timer.pauses()).containsExactly(Duration.ofSeconds(50));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRetryAfterBeyondTheDeadlineEndsTheWait(ExecutionMode mode) {
    harness.replies(INVITED, status(503, "Retry-After", "600"));

    var failure = mode.failure(UnavailableException.class, waiting());

    assertThat(failure.retryAfter()).contains(Duration.ofMinutes(10));
    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theDeadlineReportsTheLastFailure(ExecutionMode mode) {
    harness.replies(INVITED, status(503));

    var failure = mode.failure(DeadlineException.class, waiting().timeout(Duration.ofSeconds(30)));

    assertThat(failure)
        .hasMessageContaining("or the last read failed")
        .hasCauseInstanceOf(UnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLOCKING", "ASYNC"})
  void rejectionsEndTheWait(ExecutionMode mode) {
    harness.replies(INVITED, problem(404, "not-found"));
    assertThat(mode.failure(NotFoundException.class, waiting())).isNotNull();
    assertThat(harness.requests()).isEqualTo(2);

    harness.replies(INVITED, problem(403, "administrator-required"));
    assertThat(mode.failure(PermissionDeniedException.class, waiting())).isNotNull();
    assertThat(harness.requests()).isEqualTo(4);

    harness.replies(INVITED, problem(409, "already-registered"));
    assertThat(mode.failure(ConflictException.class, waiting())).isNotNull();
    assertThat(harness.requests()).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void eachReadCarriesTheHeadersAndTheResponseIsTheLastOne(ExecutionMode mode) {
    harness.replies(INVITED, ACTIVE);

    Response<User> response = mode.execute(waiting().header("traceparent", "x").withResponse());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.value().id()).isEqualTo("usr_1");
    assertThat(harness.transport.sent("traceparent")).containsExactly("x", "x");
    assertThat(waiting()).hasToString("getUser");
  }

  @Test
  void anInterruptEndsTheWaitAndTheFlagIsSet() {
    harness.timer.holdPauses();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              failure.complete(catchThrowable(waiting()::execute));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    harness.timer.awaitPause();

    thread.interrupt();

    assertThat(failure.join()).isInstanceOf(InterruptedCallException.class);
    assertThat(flag.join()).isTrue();
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void anInterruptDuringAReadEndsTheWait() {
    HeldReply held = new HeldReply();
    harness.replies(INVITED, held);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread = new Thread(() -> failure.complete(catchThrowable(waiting()::execute)));
    thread.start();
    held.awaitRequest();

    thread.interrupt();

    assertThat(failure.join()).isInstanceOf(InterruptedCallException.class);
    held.awaitCancellation();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingTheClientEndsTheWait(ExecutionMode mode) {
    harness.timer.holdPauses();
    CompletableFuture<User> wait = mode.start(waiting());
    harness.timer.awaitPause();

    harness.client().close();

    assertThat(ExecutionMode.failure(UnavailableException.class, wait))
        .hasMessageStartingWith("The client was closed during the call.");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void noThreadIsOccupiedBetweenTheReadsOfAnAsynchronousWait() {
    TaskQueue executor = new TaskQueue();
    harness.with(builder -> builder.executor(executor)).replies(INVITED, ACTIVE);
    harness.timer.holdPauses();

    CompletableFuture<User> wait = waiting().executeAsync();
    executor.runAll();

    assertThat(harness.requests()).isEqualTo(1);
    assertThat(wait).isNotDone();

    harness.timer.advance(Duration.ofSeconds(1));
    executor.runAll();

    assertThat(wait).isCompletedWithValueMatching(user -> user.id().equals("usr_1"));
  }

  @Test
  void theDeadlineOfAnAsynchronousWaitDoesNotDependOnTheExecutor() {
    TaskQueue executor = new TaskQueue();
    harness.with(builder -> builder.executor(executor));

    CompletableFuture<User> wait = waiting().timeout(Duration.ofSeconds(5)).executeAsync();
    harness.timer.advance(Duration.ofSeconds(5));

    assertThat(ExecutionMode.failure(DeadlineException.class, wait)).isNotNull();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void cancellingAnAsynchronousWaitEndsItBetweenTwoReads() {
    TaskQueue executor = new TaskQueue();
    harness.with(builder -> builder.executor(executor));
    harness.timer.holdPauses();
    CompletableFuture<User> wait = waiting().executeAsync();
    executor.runAll();

    wait.cancel(true);
    harness.timer.advance(Duration.ofMinutes(1));
    executor.runAll();

    assertThat(catchThrowable(wait::join)).isInstanceOf(CancellationException.class);
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void cancellingAnAsynchronousWaitStopsTheReadInFlight() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<User> wait = waiting().executeAsync();
    held.awaitRequest();

    wait.cancel(true);

    held.awaitCancellation();
  }

  @Test
  void anApplicationIsRequired() {
    assertThatNullPointerException()
        .isThrownBy(() -> harness.view().users().awaitActive("a@b.example", null));
    assertThatNullPointerException()
        .isThrownBy(() -> harness.view().printers().awaitReady("1", null));
  }
}
