package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.internal.areas.DecodeBenchmark;
import java.time.Duration;

/**
 * A process that decodes a page of users, or one user, with one decoder. Arguments: the decoder,
 * the times of warm-up and measurement in milliseconds, and numbers of users.
 */
final class DecodeFork {
  private DecodeFork() {}

  /** The decoders. */
  enum Decoder {
    HAND_WRITTEN("by hand on jackson-core, no checks, dates as text"),
    DATABIND("databind into records, dates as text"),
    SDK("**SDK**, with checks and instants");

    private final String title;

    Decoder(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    private Load.Operation of(DecodeBenchmark benchmark) {
      return switch (this) {
        case HAND_WRITTEN -> benchmark::handWritten;
        case DATABIND -> benchmark::databindRecords;
        case SDK -> benchmark::codec;
      };
    }
  }

  public static void main(String[] arguments) throws Exception {
    Decoder decoder = Decoder.valueOf(arguments[0]);
    Load load =
        new Load(
            Duration.ofMillis(Long.parseLong(arguments[1])),
            Duration.ofMillis(Long.parseLong(arguments[2])));
    for (int i = 3; i < arguments.length; i++) {
      DecodeBenchmark benchmark = new DecodeBenchmark();
      benchmark.users = Integer.parseInt(arguments[i]);
      benchmark.write();
      System.out.println(arguments[i] + " " + load.inThreads(1, decoder.of(benchmark)));
    }
  }
}
