package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param rounds how often what has a goal for its time is measured, in new processes; the median
 *     counts
 * @param calls the times of processes that call over a network
 * @param others the times of other processes, which run less code
 * @param decodings how often each decoder is measured, in a new process each time
 * @param allJdks whether cold starts are measured on all JDKs
 */
record Plan(int rounds, Times calls, Times others, int decodings, boolean allJdks) {
  /** For the documents: about 17 minutes on two idle processors. */
  static final Plan LONG =
      new Plan(3, Times.ofMillis(15_000, 4000, 700), Times.ofMillis(8000, 2000, 700), 4, true);

  /**
   * For the calls of 8 threads in compiled code, about 23 minutes. They warm up with 8 threads:
   * other numbers of threads run other code.
   */
  static final Plan THREADS =
      new Plan(
          5, Times.ofMillis(1000, 25_000, 700).withPauses(), Times.ofMillis(0, 0, 0), 0, false);

  /** Shows that everything runs. Its times are worth nothing. */
  static final Plan SHORT =
      new Plan(1, Times.ofMillis(60, 30, 60), Times.ofMillis(60, 30, 60), 1, false);

  /** The times for the bytes of the budget: compiled code allocates less. */
  static final Times BYTES = Times.ofMillis(15_000, 1000, 600);

  /** Returns the JDKs of cold starts. */
  Map<Integer, Path> jdks() throws IOException {
    return allJdks ? Jdks.all() : Map.of(Runtime.version().feature(), Jdks.current());
  }
}
