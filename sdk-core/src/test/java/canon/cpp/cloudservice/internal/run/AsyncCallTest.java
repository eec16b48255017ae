package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.after;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.TaskQueue;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class AsyncCallTest {
  private final TaskQueue tasks = new TaskQueue();
  private final ClientHarness harness = new ClientHarness(site()).with(b -> b.executor(tasks));

  @Test
  void aCallWithRetriesRunsOnOneThreadWithSimulatedTime() {
    HeldReply first = new HeldReply();
    HeldReply second = new HeldReply();
    List<String> story = new ArrayList<>();
    harness.timer.holdPauses();
    harness.replies(first, second, site());
    CompletableFuture<Site> call =
        harness
            .client()
            .withTokenProvider(
                request -> {
                  story.add("token");
                  return AccessToken.of("token");
                })
            .site()
            .get()
            .executeAsync();
    CompletableFuture<Void> unused = call.thenAccept(site -> story.add("done " + site.id()));

    assertThat(story).isEmpty();
    tasks.runAll();
    assertThat(harness.requests()).isEqualTo(1);

    harness.timer.advance(Duration.ofSeconds(1));
    first.release(status(503, "Retry-After", "2"));
    assertThat(harness.timer.pauses()).as("nothing runs outside the executor").isEmpty();
    tasks.runAll();
    assertThat(harness.timer.pauses()).containsExactly(Duration.ofSeconds(2));

    harness.timer.advance(Duration.ofMillis(1999));
    assertThat(tasks.isEmpty()).isTrue();
    harness.timer.advance(Duration.ofMillis(1));
    tasks.runAll();
    assertThat(harness.transport.requests().get(1).timeout()).isEqualTo(Duration.ofSeconds(7));

    second.release(status(429, "Retry-After", "6"));
    tasks.runAll();
    harness.timer.advance(Duration.ofSeconds(6));
    tasks.runAll();

    assertThat(story).containsExactly("token", "token", "token", "done sit_1");
    assertThat(harness.transport.requests().get(2).timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(harness.timer.pending()).as("no wait is pending").isZero();
    assertThat(tasks.isEmpty()).isTrue();
  }

  @Test
  void aResponseCompletesTheCallOnlyOnTheExecutor() {
    HeldReply succeeding = new HeldReply();
    HeldReply failing = new HeldReply();
    harness.replies(succeeding, failing);
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      calls.add(harness.view().site().get().executeAsync());
    }
    tasks.runAll();

    succeeding.release(site());
    failing.release(status(404));

    assertThat(calls).noneMatch(CompletableFuture::isDone);
    tasks.runAll();
    assertThat(calls).allMatch(CompletableFuture::isDone);
  }

  @Test
  void theDeadlineCompletesTheCallWithoutTheExecutor() {
    HeldReply silent = new HeldReply();
    harness.replies(silent);
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();

    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(call).isDone();
    silent.awaitCancellation();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void failuresAreWrappedInACompletionException() {
    harness.replies(status(503));
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();

    assertThat(catchThrowable(call::join))
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(UnavailableException.class);
  }

  @Test
  void cancellingAbandonsTheExchange() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();

    call.cancel(true);

    held.awaitCancellation();
    tasks.runAll();
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void cancellingEndsTheBackoffWithoutAnotherAttempt() {
    harness.timer.holdPauses();
    harness.replies(status(503));
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();
    assertThat(harness.timer.pending()).as("the delay and the timeout").isEqualTo(2);

    call.cancel(false);

    assertThat(harness.timer.pending()).isZero();
    harness.timer.advance(ClientHarness.TIMEOUT);
    tasks.runAll();
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void cancellingBeforeTheStartSendsNothing() {
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();

    call.cancel(true);
    tasks.runAll();

    assertThat(harness.requests()).isZero();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void cancellingBeforeTheTokenRequestPreventsIt() {
    List<Object> asked = new ArrayList<>();
    CompletableFuture<Site> call =
        harness
            .client()
            .withTokenProvider(
                request -> {
                  asked.add(request);
                  return AccessToken.of("token");
                })
            .site()
            .get()
            .executeAsync();
    tasks.runNext();

    call.cancel(true);
    tasks.runAll();

    assertThat(asked).isEmpty();
    assertThat(harness.requests()).isZero();
  }

  @Test
  void cancellingDuringSendingAbandonsTheExchange() {
    HeldReply held = new HeldReply();
    CompletableFuture<CompletableFuture<Site>> call = new CompletableFuture<>();
    harness.replies(after(() -> call.join().cancel(true), held));
    call.complete(harness.view().site().get().executeAsync());

    tasks.runAll();

    held.awaitCancellation();
  }

  @Test
  void completingTheFutureStopsTheCall() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();

    call.completeExceptionally(new IllegalStateException("no longer wanted"));

    held.awaitCancellation();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void anExecutorThatRejectsEndsTheCallAtOnce() {
    tasks.setFull(true);
    HeldReply held = new HeldReply();
    harness.replies(held);

    var atTheStart =
        ExecutionMode.failure(
            UnavailableException.class, harness.view().site().get().executeAsync());
    assertThat(atTheStart).hasMessageStartingWith("The client's executor rejects tasks");
    assertThat(atTheStart.outcome()).isEqualTo(Outcome.NOT_SENT);

    tasks.setFull(false);
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();
    tasks.setFull(true);
    held.release(site());
    var later = ExecutionMode.failure(UnavailableException.class, call);
    assertThat(later.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void theDeadlineIsReportedWithAnExecutorThatRejects() {
    harness.replies(new HeldReply());
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    tasks.runAll();
    tasks.setFull(true);

    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(call).isCompletedExceptionally();
  }

  @Test
  void theDeadlineTakesPrecedenceOverAResponseThatIsNotProcessed() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Activation> call = harness.view().remoteControl().activate().executeAsync();
    tasks.runAll();
    harness.timer.advance(ClientHarness.TIMEOUT);
    held.release(site());
    tasks.runAll();

    var failure = ExecutionMode.failure(DeadlineException.class, call);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
