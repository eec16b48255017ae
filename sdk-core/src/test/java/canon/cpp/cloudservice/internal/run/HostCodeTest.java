package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldReply;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Continuations, executors and listeners of the host may block or fail: calls end on time. */
class HostCodeTest {
  private static final int THREADS = 8;

  private final ClientHarness harness = new ClientHarness(site());
  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @AfterEach
  void end() {
    testIsOver.countDown();
    harness.close();
  }

  @Test
  void callsEndAtTheirDeadlineWhileContinuationsOccupyAllThreads() {
    List<CompletableFuture<Throwable>> inner = holdAllThreads();
    CompletableFuture<Site> unrelated = harness.view().site().get().executeAsync();

    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(inner)
        .allSatisfy(failure -> assertThat(failure.join()).isInstanceOf(DeadlineException.class));
    assertThat(ExecutionMode.failure(DeadlineException.class, unrelated).outcome())
        .isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void closingEndsAllCallsWhileContinuationsOccupyAllThreads() {
    List<CompletableFuture<Throwable>> inner = holdAllThreads();

    harness.client().close();

    assertThat(inner)
        .allSatisfy(failure -> assertThat(failure.join()).isInstanceOf(UnavailableException.class));
  }

  /** Returns the failures of calls for which the continuations of other calls wait. */
  private List<CompletableFuture<Throwable>> holdAllThreads() {
    CompletableFuture<Void> attached = new CompletableFuture<>();
    harness.replies(request -> attached.thenCompose(all -> site().to(request)));
    CloudServiceClient view = harness.view();
    CountDownLatch waiting = new CountDownLatch(THREADS);
    CountDownLatch allCompleted = new CountDownLatch(THREADS);
    List<CompletableFuture<Throwable>> failures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      failures.add(
          view.site()
              .get()
              .executeAsync()
              .thenApply(
                  found -> {
                    allCompleted.countDown();
                    Threads.await(allCompleted);
                    CompletableFuture<Site> other = view.site().get().executeAsync();
                    waiting.countDown();
                    return failureOf(other);
                  }));
    }
    // A continuation of a future that is complete would run on this thread.
    attached.complete(null);
    Threads.await(waiting);
    return failures;
  }

  private static Throwable failureOf(CompletableFuture<Site> call) {
    return call.handle((value, failure) -> failure).join();
  }

  @Test
  void aContinuationThatBlocksAfterADeadlineDelaysNoOtherDeadline() {
    try (SystemTimer timer = new SystemTimer("host-code-test")) {
      ClientHarness real = harness.with(builder -> builder.timer(timer));
      real.replies(new HeldReply(), new HeldReply());
      CountDownLatch blocking = new CountDownLatch(1);
      // Not this thread, on which the continuation would run if the call had ended already.
      CompletableFuture<Void> unused =
          Threads.start(
              () -> {
                CompletableFuture<Void> unusedCall =
                    real.view()
                        .site()
                        .get()
                        .timeout(Duration.ofMillis(10))
                        .executeAsync()
                        .handle(
                            (value, failure) -> {
                              blocking.countDown();
                              Threads.await(testIsOver);
                              return null;
                            });
                return null;
              });
      Threads.await(blocking);

      CompletableFuture<Site> other =
          real.view().site().get().timeout(Duration.ofMillis(10)).executeAsync();

      assertThat(ExecutionMode.failure(DeadlineException.class, other)).isNotNull();
      testIsOver.countDown();
    }
  }

  @Test
  void anExecutorThatThrowsAnythingEndsTheCallAtOnce() {
    AtomicInteger tasks = new AtomicInteger();
    harness.with(
        builder ->
            builder.executor(
                task -> {
                  if (tasks.incrementAndGet() > 1) {
                    throw new IllegalStateException("the executor of the host is broken");
                  }
                  task.run();
                }));

    var failure =
        ExecutionMode.failure(
            UnavailableException.class, harness.view().site().get().executeAsync());

    assertThat(failure)
        .hasMessageStartingWith("The client's executor failed (IllegalStateException)")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void anExecutorThatDropsTasksDoesNotDelayTheDeadline() {
    AtomicInteger tasks = new AtomicInteger();
    endsAtItsDeadlineWith(
        task -> {
          if (tasks.incrementAndGet() == 1) {
            task.run();
          }
        });
  }

  @Test
  void anExecutorThatBlocksDoesNotDelayTheDeadline() {
    AtomicInteger tasks = new AtomicInteger();
    endsAtItsDeadlineWith(
        task -> {
          if (tasks.incrementAndGet() == 1) {
            task.run();
          } else {
            Threads.await(testIsOver);
          }
        });
  }

  /** The future exists only when {@code execute} of the executor has returned. */
  @Test
  void anExecutorThatBlocksTheCallerHoldsExecuteAsyncButNotTheDeadline() {
    CountDownLatch blocking = new CountDownLatch(1);
    harness.with(
        builder ->
            builder.executor(
                task -> {
                  blocking.countDown();
                  Threads.await(testIsOver);
                }));
    CompletableFuture<DeadlineException> failure =
        Threads.start(
            () ->
                ExecutionMode.failure(
                    DeadlineException.class, harness.view().site().get().executeAsync()));
    Threads.await(blocking);
    CompletableFuture<Void> advancing =
        Threads.start(
            () -> {
              harness.timer.advance(ClientHarness.TIMEOUT);
              return null;
            });

    assertThat(failure).isNotDone();
    testIsOver.countDown();
    advancing.join();

    assertThat(failure.join().outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(harness.requests()).isZero();
  }

  private void endsAtItsDeadlineWith(Executor executor) {
    HeldReply held = new HeldReply();
    harness.with(builder -> builder.executor(executor)).replies(held);
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    CompletableFuture<Void> releasing =
        Threads.start(
            () -> {
              held.awaitRequest().release(site());
              return null;
            });

    CompletableFuture<Void> advancing =
        Threads.start(
            () -> {
              harness.timer.advance(ClientHarness.TIMEOUT);
              return null;
            });

    assertThat(ExecutionMode.failure(DeadlineException.class, call)).isNotNull();
    testIsOver.countDown();
    releasing.join();
    advancing.join();
  }

  @Test
  void aListenerThatHangsDoesNotDelayTheDeadlineOfAnAsynchronousCall() {
    CountDownLatch hanging = new CountDownLatch(1);
    harness.with(
        builder ->
            builder.listener(
                new CallListener() {
                  @Override
                  public void attemptStarted(CallInfo call, int number) {
                    hanging.countDown();
                    Threads.await(testIsOver);
                  }
                }));
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    Threads.await(hanging);

    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(ExecutionMode.failure(DeadlineException.class, call).outcome())
        .as("the request was not sent yet")
        .isEqualTo(Outcome.NOT_SENT);
    assertThat(harness.requests()).isZero();
  }

  @Test
  void aResultIsKeptWhileAListenerHangsAfterTheCall() {
    CountDownLatch hanging = new CountDownLatch(1);
    harness.with(
        builder ->
            builder.listener(
                new CallListener() {
                  @Override
                  public void callEnded(
                      CallInfo call,
                      List<Attempt> attempts,
                      Duration took,
                      @Nullable Throwable failure) {
                    hanging.countDown();
                    Threads.await(testIsOver);
                  }
                }));
    CompletableFuture<Site> call = harness.view().site().get().executeAsync();
    Threads.await(hanging);
    assertThat(call).isNotDone();

    harness.timer.advance(ClientHarness.TIMEOUT);

    assertThat(call).isCompletedWithValueMatching(found -> found.id().equals("sit_1"));
  }

  /** Throws an error in every method, as one compiled against another version does. */
  private static final class BrokenListener implements CallListener {
    private final AtomicInteger calls = new AtomicInteger();

    private void fail() {
      calls.incrementAndGet();
      throw new NoSuchMethodError("Meter.record(long), on purpose");
    }

    @Override
    public void callStarted(CallInfo call) {
      fail();
    }

    @Override
    public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
      fail();
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      fail();
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      fail();
    }

    @Override
    public void callEnded(
        CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
      fail();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfAListenerAffectsNeitherTheCallNorItsToken(ExecutionMode mode) {
    BrokenListener broken = new BrokenListener();
    harness.with(builder -> builder.listener(broken));

    Site found = mode.execute(call());

    assertThat(found.id()).isEqualTo("sit_1");
    assertThat(broken.calls).hasValue(5);
  }

  @Test
  void listenersOfABlockingCallAreNotifiedOnTheCallersThread() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    harness.with(builder -> builder.listener(recording(threads)));

    assertThat(call().execute()).isNotNull();

    assertThat(threads).hasSize(5).containsOnly(Thread.currentThread());
  }

  @Test
  void listenersOfAnAsynchronousCallAreNotifiedOnTheExecutor() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    harness.with(builder -> builder.listener(recording(threads)));

    assertThat(call().executeAsync().join()).isNotNull();

    assertThat(threads)
        .hasSize(5)
        .allMatch(thread -> thread.getName().matches("prismasync-\\d+-client-\\d+"));
  }

  /** A call that requests its token, so that listeners are notified of every kind of event. */
  private Call<Site> call() {
    return harness.client().withTokenProvider(request -> AccessToken.of("token")).site().get();
  }

  private static CallListener recording(List<Thread> threads) {
    return new CallListener() {
      @Override
      public void callStarted(CallInfo call) {
        threads.add(Thread.currentThread());
      }

      @Override
      public void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {
        threads.add(Thread.currentThread());
      }

      @Override
      public void attemptStarted(CallInfo call, int number) {
        threads.add(Thread.currentThread());
      }

      @Override
      public void attemptEnded(CallInfo call, int number, Attempt attempt) {
        threads.add(Thread.currentThread());
      }

      @Override
      public void callEnded(
          CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {
        threads.add(Thread.currentThread());
      }
    };
  }
}
