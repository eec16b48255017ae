package canon.cpp.cloudservice.benchmarks.compare;

import java.time.Duration;
import java.util.List;

/**
 * How long a process warms up and measures. A warm-up ends earlier if the {@link Compiler} is idle.
 *
 * @param processWarmup the longest warm-up of the process, with all its operations
 * @param warmup the longest warm-up of each scenario
 * @param measurement measurement of each scenario
 * @param pauses whether a warm-up pauses while the compiler is busy
 */
record Times(Duration processWarmup, Duration warmup, Duration measurement, boolean pauses) {
  /** How many arguments {@link #arguments} returns. */
  static final int ARGUMENTS = 4;

  static Times ofMillis(int processWarmup, int warmup, int measurement) {
    return new Times(
        Duration.ofMillis(processWarmup),
        Duration.ofMillis(warmup),
        Duration.ofMillis(measurement),
        false);
  }

  /** Returns the same with pauses. */
  Times withPauses() {
    return new Times(processWarmup, warmup, measurement, true);
  }

  /** Returns the times as arguments of a process; durations in milliseconds. */
  List<String> arguments() {
    return List.of(
        String.valueOf(processWarmup.toMillis()),
        String.valueOf(warmup.toMillis()),
        String.valueOf(measurement.toMillis()),
        String.valueOf(pauses));
  }

  /** Reads {@link #arguments} from an index on. */
  static Times parse(String[] arguments, int from) {
    Times times =
        ofMillis(
            Integer.parseInt(arguments[from]),
            Integer.parseInt(arguments[from + 1]),
            Integer.parseInt(arguments[from + 2]));
    return Boolean.parseBoolean(arguments[from + 3]) ? times.withPauses() : times;
  }
}
