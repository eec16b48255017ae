package canon.cpp.cloudservice.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Repeats an operation for some time: first to warm up, then to measure. */
record Load(Times times) {
  /**
   * The threads that warm up a client. With more of them, the compiler gets less processor time,
   * and is not done after the warm-up on two processors.
   */
  static final int WARMUP_THREADS = 1;

  /**
   * Loads all classes that a measurement needs. Java drops compiled code when a new class overrides
   * a method that had one implementation. So a process rehearses what it measures, including the
   * conversion of its result into text, before it warms up; otherwise the compiler works during the
   * measurement.
   */
  static final Load REHEARSAL = new Load(Times.ofMillis(20, 20, 20));

  /** An operation. */
  interface Operation {
    Object run() throws Exception;
  }

  /** Runs an operation in the given number of threads, until it is compiled. */
  void warmUp(int threads, Operation operation) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Compiler.untilIdle(
          times.processWarmup(),
          times.pauses(),
          time -> repeat(executor, threads, operation, time));
    } finally {
      executor.shutdown();
    }
  }

  /** Runs an asynchronous operation until it is compiled. */
  void warmUpInFlight(int limit, Supplier<CompletableFuture<?>> operation) throws Exception {
    Compiler.untilIdle(
        times.processWarmup(), times.pauses(), time -> repeatAsync(limit, operation, time));
  }

  /** Runs an operation in the given number of threads, in each at least once. */
  Cost inThreads(int threads, Operation operation) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Compiler.untilIdle(
          times.warmup(), times.pauses(), time -> repeat(executor, threads, operation, time));
      Meter meter = new Meter();
      long operations = repeat(executor, threads, operation, times.measurement());
      return meter.cost(operations);
    } finally {
      executor.shutdown();
    }
  }

  private static long repeat(
      ExecutorService executor, int threads, Operation operation, Duration time)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + time.toNanos();
    List<Future<Long>> counts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      counts.add(
          executor.submit(
              () -> {
                long count = 0;
                do {
                  Sink.accept(operation.run());
                  count++;
                } while (System.nanoTime() < end);
                return count;
              }));
    }
    long sum = 0;
    for (Future<Long> count : counts) {
      sum += count.get();
    }
    return sum;
  }

  /** Runs an asynchronous operation, so that a number of them are in flight at any time. */
  Cost inFlight(int limit, Supplier<CompletableFuture<?>> operation) throws Exception {
    Compiler.untilIdle(times.warmup(), times.pauses(), time -> repeatAsync(limit, operation, time));
    Meter meter = new Meter();
    long operations = repeatAsync(limit, operation, times.measurement());
    return meter.cost(operations);
  }

  private static long repeatAsync(
      int limit, Supplier<CompletableFuture<?>> operation, Duration time)
      throws InterruptedException {
    Semaphore free = new Semaphore(limit);
    AtomicLong succeeded = new AtomicLong();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && failure.get() == null) {
      free.acquire();
      CompletableFuture<?> unused =
          operation
              .get()
              .whenComplete(
                  (result, error) -> {
                    if (error == null) {
                      succeeded.incrementAndGet();
                    } else {
                      failure.set(error);
                    }
                    free.release();
                  });
    }
    free.acquire(limit);
    if (failure.get() != null) {
      throw new IllegalStateException("A call failed", failure.get());
    }
    return succeeded.get();
  }

  /** Uses results, so that the compiler cannot remove the operations. */
  static final class Sink {
    private static volatile Object last = "";

    private Sink() {}

    static void accept(Object result) {
      // One volatile read for each result; a write hardly ever.
      if (result == last) {
        last = result;
      }
    }
  }
}
