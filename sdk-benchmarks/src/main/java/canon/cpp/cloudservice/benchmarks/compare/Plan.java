package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param rounds how often everything with a goal for its time is measured; the median counts
 * @param calls the times of processes that call over a network
 * @param others the times of other processes, which run less code
 * @param coldStarts whether cold starts are measured in each round and on all JDKs; otherwise those
 *     that count the loaded classes are used
 */
record Plan(int rounds, Times calls, Times others, boolean coldStarts) {
  /** For the documents: about 18 minutes on two idle processors. */
  static final Plan LONG =
      new Plan(5, Times.ofMillis(6000, 400, 700), Times.ofMillis(3000, 400, 700), true);

  /** Shows that everything runs. Its times are worth nothing. */
  static final Plan SHORT =
      new Plan(1, Times.ofMillis(60, 30, 60), Times.ofMillis(60, 30, 60), false);

  /** The times for the bytes of the budget: compiled code allocates less. */
  static final Times BYTES = Times.ofMillis(3000, 300, 600);

  /** Returns the JDKs of cold starts. */
  Map<Integer, Path> jdks() throws IOException {
    return coldStarts ? Jdks.all() : Map.of(Runtime.version().feature(), Jdks.current());
  }

  /** Returns whether a round, from 1 on, measures also what has no goal for its time. */
  static boolean isComplete(int round) {
    return round == 1;
  }
}
