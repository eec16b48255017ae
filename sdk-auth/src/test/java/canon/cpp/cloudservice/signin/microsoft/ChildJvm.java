package canon.cpp.cloudservice.signin.microsoft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java of its own, for what can only be set or seen for a whole process. */
final class ChildJvm {
  private ChildJvm() {}

  /** Runs a program; gives all that it printed and logged. */
  static String run(
      Class<?> program, String logLevel, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".log");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xshare:auto"));
      command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=" + logLevel);
      command.add(program.getName());
      command.addAll(Arrays.asList(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.matches("(IDENTITY|MSI|AZURE|IMDS)_.*"));
      builder.environment().putAll(environment);
      Process child = builder.start();
      try {
        if (!child.waitFor(2, TimeUnit.MINUTES)) {
          throw new AssertionError("The child did not end");
        }
      } finally {
        child.destroyForcibly();
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.delete(output);
    }
  }
}
