package canon.cpp.cloudservice.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the SDK's calls for a short time, and fails if one of them allocates more bytes than {@code
 * budget.properties} allows. Times are not judged: they depend on the machine.
 */
public final class ByteBudget {
  private ByteBudget() {}

  public static void main(String[] arguments) throws IOException, RunnerException {
    Properties budget = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("budget.properties"))) {
      budget.load(file);
    }
    Options options =
        new OptionsBuilder()
            .include("CallBenchmark.sdk")
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(700))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(500))
            .build();
    Collection<RunResult> results = new Runner(options).run();
    boolean exceeded = results.isEmpty();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      String name =
          benchmark.substring(benchmark.lastIndexOf('.') + 1)
              + "."
              + result.getParams().getParam("operation");
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      String limit = budget.getProperty(name);
      boolean over = limit == null || bytes > Long.parseLong(limit);
      exceeded |= over;
      System.out.printf("%s: %.0f bytes of %s%s%n", name, bytes, limit, over ? ", TOO MANY" : "");
    }
    if (exceeded) {
      System.exit(1);
    }
  }
}
