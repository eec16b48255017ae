package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.HeldTokenProvider;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptTest {
  private final HeldTokenProvider tooLate = new HeldTokenProvider();
  private final ClientHarness harness = new ClientHarness();

  @AfterEach
  void end() {
    tooLate.release();
    harness.close();
  }

  /** A thread that executes a call, and what it found afterwards. */
  private static final class Waiting {
    final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    final CompletableFuture<Boolean> flag = new CompletableFuture<>();
    final Thread thread;

    Waiting(Call<?> call) {
      thread =
          new Thread(
              () -> {
                failure.complete(catchThrowable(call::execute));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
    }

    InterruptedCallException interrupt() {
      thread.interrupt();
      assertThat(failure.join()).isInstanceOf(InterruptedCallException.class);
      assertThat(flag.join()).as("interrupt flag").isTrue();
      return (InterruptedCallException) failure.join();
    }
  }

  @Test
  void anInterruptEndsACallThatAwaitsItsResponse() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    Waiting waiting = new Waiting(harness.view().remoteControl().activate());
    held.awaitRequest();

    var failure = waiting.interrupt();

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.idempotencyKey()).isPresent();
    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure).hasMessageContaining("1 attempt in 0 ms of 10 s: interrupted");
    held.awaitCancellation();
  }

  @Test
  void anInterruptEndsTheBackoff() {
    harness.timer.holdPauses();
    harness.replies(status(503));
    Waiting waiting = new Waiting(harness.view().remoteControl().activate());
    harness.timer.awaitPause();

    var failure = waiting.interrupt();

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForAToken() {
    Waiting waiting =
        new Waiting(harness.client().withTokenProvider(tooLate).remoteControl().activate());
    tooLate.awaitRequest();

    var failure = waiting.interrupt();

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(harness.requests()).isZero();
    assertThat(harness.timer.pending()).isZero();
  }
}
