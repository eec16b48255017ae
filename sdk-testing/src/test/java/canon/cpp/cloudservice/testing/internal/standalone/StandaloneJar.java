package canon.cpp.cloudservice.testing.internal.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, running in a separate JVM. */
final class StandaloneJar implements AutoCloseable {
  private static final String READY = "The fake PRISMAsync cloud service is ready at ";

  private final Process process;
  private final Path errors;
  private final String address;

  StandaloneJar(Path errors, String... arguments) throws IOException {
    this.errors = errors;
    process = new ProcessBuilder(command(arguments)).redirectError(errors.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      throw new AssertionError("Not ready: " + line + " " + Files.readString(errors));
    }
    address = line.substring(READY.length());
  }

  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("standalone.jar")));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  String address() {
    return address;
  }

  /** Ends it as Ctrl+C does; returns what it wrote to standard error meanwhile. */
  String end() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("The program did not end");
    }
    return Files.readString(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
