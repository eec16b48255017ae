package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.internal.areas.DecodeBenchmark;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that decodes a page of users, or one user, with one decoder. Arguments: the decoder,
 * the {@link Times} and numbers of users.
 */
final class DecodeFork {
  /** How many single users are decoded for each page, during the warm-up. */
  private static final int SINGLE_USERS = 50;

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
    Load load = new Load(Times.parse(arguments, 1));
    List<DecodeBenchmark> benchmarks = new ArrayList<>();
    Mix mix = new Mix();
    for (int i = 1 + Times.ARGUMENTS; i < arguments.length; i++) {
      DecodeBenchmark benchmark = new DecodeBenchmark();
      benchmark.users = Integer.parseInt(arguments[i]);
      benchmark.write();
      benchmarks.add(benchmark);
      mix.add(benchmark.users == 0 ? SINGLE_USERS : 1, decoder.of(benchmark));
    }
    for (DecodeBenchmark benchmark : benchmarks) {
      Load.Sink.accept(result(Load.REHEARSAL, decoder, benchmark));
    }
    load.warmUp(1, mix);
    for (DecodeBenchmark benchmark : benchmarks) {
      System.out.println(result(load, decoder, benchmark));
    }
  }

  private static String result(Load load, Decoder decoder, DecodeBenchmark benchmark)
      throws Exception {
    return benchmark.users + " " + load.inThreads(1, decoder.of(benchmark));
  }
}
