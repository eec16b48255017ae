package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.HeldTokenProvider;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingTest {
  private final HeldTokenProvider tooLate = new HeldTokenProvider();
  private final ClientHarness harness = new ClientHarness(site());

  @AfterEach
  void end() {
    tooLate.release();
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingEndsACallThatAwaitsItsResponse(ExecutionMode mode) {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Activation> call = mode.start(harness.view().remoteControl().activate());
    held.awaitRequest();

    harness.client().close();

    var failure = ExecutionMode.failure(UnavailableException.class, call);
    assertThat(failure).hasMessageStartingWith("The client was closed during the call.");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.idempotencyKey()).isPresent();
    assertThat(failure.attempts()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingEndsTheBackoffWithoutAnotherAttempt(ExecutionMode mode) {
    harness.timer.holdPauses();
    harness.replies(status(503));
    CompletableFuture<Site> call = mode.start(harness.view().site().get());
    harness.timer.awaitPause();

    harness.client().close();

    var failure = ExecutionMode.failure(UnavailableException.class, call);
    assertThat(failure).hasMessageStartingWith("The client was closed during the call.");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingEndsTheWaitForAToken(ExecutionMode mode) {
    CompletableFuture<Site> call =
        mode.start(harness.client().withTokenProvider(tooLate).site().get());
    tooLate.awaitRequest();

    harness.client().close();

    var failure = ExecutionMode.failure(UnavailableException.class, call);
    assertThat(failure).hasMessageStartingWith("The client was closed during the call.");
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(harness.requests()).isZero();
  }

  @Test
  void closingDoesNotLeaveTheThreadOfABlockingCallInterrupted() {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              ExecutionMode.BLOCKING.failure(
                  UnavailableException.class, harness.view().site().get());
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    held.awaitRequest();

    harness.client().close();

    assertThat(interrupted.join()).isFalse();
  }

  @Test
  void closingDuringTheLastStepOfABlockingCallKeepsItsResult() {
    harness.replies(
        request -> {
          harness.client().close();
          return site().to(request);
        });
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                Site unused = harness.view().site().get().execute();
              } catch (CloudServiceException e) {
                assertThat(e).hasMessageStartingWith("The client was closed");
              }
              interrupted.complete(Thread.currentThread().isInterrupted());
            });

    caller.start();

    assertThat(interrupted.join()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClosedClientRejectsCallsAndMayBeClosedAgain(ExecutionMode mode) {
    CloudServiceClient view = harness.view();
    harness.client().close();
    harness.client().close();

    assertThatIllegalStateException()
        .isThrownBy(() -> mode.execute(view.site().get()))
        .withMessageStartingWith("This client is closed.");
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingAViewDoesNothing(ExecutionMode mode) {
    harness.view().close();

    assertThat(mode.execute(harness.view().site().get()).id()).isEqualTo("sit_1");
  }

  @Test
  void closingLeavesTheHostsTransportOpen() {
    try (ClientThreads threads = new ClientThreads("given", 1);
        SystemTimer timer = new SystemTimer("given-timer")) {
      harness.with(b -> b.executor(threads).timer(timer));
      Site unused = ExecutionMode.ASYNC.execute(harness.view().site().get());

      harness.client().close();

      assertThat(harness.transport.isClosed()).isFalse();
      assertThat(
              CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), threads).join())
          .contains("given");
      assertThat(timer.timeout(Duration.ofDays(1))).isNotDone();
    }
  }

  @Test
  void closingEndsTheThreadsOfTheClient() throws InterruptedException {
    HeldReply held = new HeldReply();
    harness.replies(held);
    CompletableFuture<Thread> runner =
        harness.view().site().get().executeAsync().thenApply(site -> Thread.currentThread());
    held.awaitRequest().release(site());
    Thread thread = runner.join();

    harness.client().close();

    thread.join();
    assertThat(thread.getName()).matches("prismasync-\\d+-client-\\d+");
    assertThat(thread.isDaemon()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void closingEndsCallsOnTheClientsOwnTransport(ExecutionMode mode) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CloudServiceClient client =
          CloudServiceClient.builder(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
              .build();
      CompletableFuture<Site> call = mode.start(client.withToken("token").site().get());
      try (Socket connection = silent.accept()) {
        assertThat(connection.getInputStream().read()).as("the request").isEqualTo('G');

        client.close();

        assertThat(ExecutionMode.failure(UnavailableException.class, call))
            .hasMessageStartingWith("The client was closed during the call.");
      }
    }
  }
}
