package canon.cpp.cloudservice.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import canon.cpp.cloudservice.benchmarks.server.KeyStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts processes, and reads what they print. */
final class Forks {
  /** The class path of this process. */
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path trustStore;

  /** Creates the processes' starter; they trust the certificates of the key store. */
  Forks(Path trustStore) {
    this.trustStore = trustStore;
  }

  /** What a process has printed, and when it printed the first line after its start. */
  record Output(List<String> lines, Duration firstLine) {}

  /** Runs a class on a JDK, with options for the JVM and a class path. */
  Output run(
      Path java, List<String> options, String classPath, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Djavax.net.ssl.trustStore=" + trustStore);
    command.add("-Djavax.net.ssl.trustStorePassword=" + KeyStores.PASSWORD);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new ArrayList<>();
    Duration firstLine = Duration.ZERO;
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (lines.isEmpty()) {
          firstLine = Duration.ofNanos(System.nanoTime() - start);
        }
        lines.add(line);
      }
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(main.getSimpleName() + arguments + " failed with exit code " + exit);
    }
    return new Output(lines, firstLine);
  }

  /** Runs a class on the JDK of this process. */
  Output run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
    return run(Jdks.current(), List.of(), CLASS_PATH, main, arguments);
  }
}
