package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long is measured.
 *
 * @param rounds how often everything is repeated; the median counts
 * @param warmup time before each measurement
 * @param measurement time of each measurement
 * @param allJdks whether cold starts are measured on other JDKs, too
 */
record Plan(int rounds, Duration warmup, Duration measurement, boolean allJdks) {
  /** For the documents: about 16 minutes on two idle processors. */
  static final Plan LONG = new Plan(5, Duration.ofMillis(600), Duration.ofMillis(700), true);

  /** Shows that everything runs. Its times are worth nothing. */
  static final Plan SHORT = new Plan(1, Duration.ofMillis(60), Duration.ofMillis(60), false);

  /** Bytes need a warm-up, because compiled code allocates less. */
  static final Plan BYTES = new Plan(1, Duration.ofMillis(1400), Duration.ofMillis(800), false);

  /** Returns the JDKs of cold starts. */
  Map<Integer, Path> jdks() throws IOException {
    return allJdks ? Jdks.all() : Map.of(Runtime.version().feature(), Jdks.current());
  }

  /** Returns the times as arguments of a process. */
  List<String> times() {
    return List.of(String.valueOf(warmup.toMillis()), String.valueOf(measurement.toMillis()));
  }
}
