package canon.cpp.cloudservice.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.Threads;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClientThreadsTest {

  @Test
  void workRunsOnAFewNamedDaemonThreads() {
    try (ClientThreads threads = new ClientThreads("role", 3)) {
      Set<Thread> used = ConcurrentHashMap.newKeySet();
      CountDownLatch three = new CountDownLatch(3);
      CompletableFuture<?>[] work =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> {
                            used.add(Thread.currentThread());
                            three.countDown();
                            Threads.await(three);
                          },
                          threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(work).join();

      assertThat(used)
          .hasSize(3)
          .allMatch(Thread::isDaemon)
          .allMatch(thread -> thread.getName().matches("prismasync-\\d+-role-[123]"));
    }
  }

  @Test
  void idleThreadsEnd() throws InterruptedException {
    try (ClientThreads threads = new ClientThreads("role", 1, 1)) {
      Thread first = CompletableFuture.supplyAsync(Thread::currentThread, threads).join();

      first.join();

      assertThat(CompletableFuture.supplyAsync(Thread::currentThread, threads).join())
          .isNotSameAs(first);
    }
  }

  @Test
  void anIdleThreadIsUsedBeforeAnotherIsStarted() {
    try (ClientThreads threads = new ClientThreads("role", 64)) {
      Set<Thread> used = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < 100; i++) {
        Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, threads).join();
        used.add(thread);
        Threads.await(() -> thread.getState() == Thread.State.TIMED_WAITING);
      }

      assertThat(used).hasSize(1);
    }
  }

  /**
   * Work arrives at the moments at which threads end. It must be done, and no thread may be left
   * that waits forever, as in Java's LinkedTransferQueue (JDK-8301341).
   */
  @Test
  @Timeout(60)
  void workThatArrivesWhileThreadsEndIsDone() throws InterruptedException {
    try (ClientThreads threads = new ClientThreads("role", 4, 1)) {
      Set<Thread> used = ConcurrentHashMap.newKeySet();
      for (int round = 0; round < 400; round++) {
        CompletableFuture<?>[] work =
            IntStream.range(0, 2 + round % 5)
                .mapToObj(
                    i ->
                        CompletableFuture.runAsync(() -> used.add(Thread.currentThread()), threads))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(work).join();
        Threads.await(() -> used.removeIf(thread -> !thread.isAlive()));
      }
      for (Thread thread : used) {
        thread.join();
      }
    }
  }

  @Test
  void workWaitsForAThreadIfNoFurtherOneIsAllowed() {
    try (ClientThreads threads = new ClientThreads("role", 2)) {
      CountDownLatch release = new CountDownLatch(1);
      CompletableFuture<?>[] work =
          IntStream.range(0, 50)
              .mapToObj(i -> CompletableFuture.runAsync(() -> Threads.await(release), threads))
              .toArray(CompletableFuture<?>[]::new);

      release.countDown();

      CompletableFuture.allOf(work).join();
    }
  }

  @Test
  void closingLetsRunningWorkFinishAndEndsTheThreads() throws InterruptedException {
    ClientThreads threads = new ClientThreads("role", 1);
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Thread> running =
        CompletableFuture.supplyAsync(
            () -> {
              Threads.await(closed);
              return Thread.currentThread();
            },
            threads);
    CompletableFuture<Thread> queued =
        CompletableFuture.supplyAsync(Thread::currentThread, threads);

    threads.close();
    threads.close();
    closed.countDown();

    Thread thread = running.join();
    assertThat(queued.join()).isSameAs(thread);
    thread.join();
  }

  @Test
  void afterClosingWorkRunsOnTheSubmittingThread() {
    ClientThreads threads = new ClientThreads("role", 1);
    threads.close();

    assertThat(CompletableFuture.supplyAsync(Thread::currentThread, threads))
        .isCompletedWithValue(Thread.currentThread());
  }
}
