package canon.cpp.cloudservice.benchmarks.compare;

import java.time.Duration;
import java.util.List;

/**
 * How long a process warms up and measures. A warm-up ends earlier if the {@link Compiler} is idle.
 *
 * @param processWarmup the longest warm-up of the process, with all its operations
 * @param warmup the longest warm-up of each scenario
 * @param measurement measurement of each scenario
 */
record Times(Duration processWarmup, Duration warmup, Duration measurement) {
  /** How many arguments {@link #arguments} returns. */
  static final int ARGUMENTS = 3;

  static Times ofMillis(int processWarmup, int warmup, int measurement) {
    return new Times(
        Duration.ofMillis(processWarmup),
        Duration.ofMillis(warmup),
        Duration.ofMillis(measurement));
  }

  /** Returns the times as arguments of a process, in milliseconds. */
  List<String> arguments() {
    return List.of(
        String.valueOf(processWarmup.toMillis()),
        String.valueOf(warmup.toMillis()),
        String.valueOf(measurement.toMillis()));
  }

  /** Reads {@link #arguments} from an index on. */
  static Times parse(String[] arguments, int from) {
    return ofMillis(
        Integer.parseInt(arguments[from]),
        Integer.parseInt(arguments[from + 1]),
        Integer.parseInt(arguments[from + 2]));
  }
}
