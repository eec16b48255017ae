package canon.cpp.cloudservice.benchmarks.compare;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The just-in-time compiler of this JVM. On two processors it needs 8 to 20 seconds for the code of
 * one call. Until then, a client with more code is measured as slower than it is.
 */
final class Compiler {
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final Duration SLICE = Duration.ofMillis(300);
  private static final int IDLE_SLICES = 2;
  private static final Duration PAUSED_SLICE = Duration.ofMillis(200);
  private static final int IDLE_PAUSED_SLICES = 6;
  private static final long PAUSE_MILLIS = 50;

  /** A compiler that works for a smaller part of the time has compiled what matters. */
  private static final double IDLE = 0.2;

  private Compiler() {}

  /** Work that takes as long as it is told. */
  interface Work {
    void run(Duration time) throws Exception;
  }

  /**
   * Repeats the work until the compiler is idle meanwhile, but not longer than the limit.
   *
   * @param pauses whether the work pauses while the compiler is busy, because otherwise it would
   *     take the compiler's processor; only for work of many threads, because that of one is called
   *     too seldom then to be compiled
   */
  static void untilIdle(Duration limit, boolean pauses, Work work) throws Exception {
    Duration slice = pauses ? PAUSED_SLICE : SLICE;
    int enough = pauses ? IDLE_PAUSED_SLICES : IDLE_SLICES;
    long end = System.nanoTime() + limit.toNanos();
    int idle = 0;
    for (long left = limit.toNanos(); left > 0 && idle < enough; left = end - System.nanoTime()) {
      long start = System.nanoTime();
      long before = COMPILER.getTotalCompilationTime();
      work.run(Duration.ofNanos(Math.min(left, slice.toNanos())));
      if (pauses) {
        awaitIdle(end);
      }
      double millis = (System.nanoTime() - start) / 1e6;
      idle = COMPILER.getTotalCompilationTime() - before < IDLE * millis ? idle + 1 : 0;
    }
  }

  private static void awaitIdle(long end) throws InterruptedException {
    long compiled;
    do {
      compiled = COMPILER.getTotalCompilationTime();
      Thread.sleep(PAUSE_MILLIS);
    } while (COMPILER.getTotalCompilationTime() - compiled > IDLE * PAUSE_MILLIS
        && System.nanoTime() - end < 0);
  }
}
