package canon.cpp.cloudservice.testing.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of its own, for what can only be set or seen for a whole JVM. */
final class ChildJvm {
  private ChildJvm() {}

  /** Runs {@link OneCall}; returns its output. */
  static String oneCall(List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    return run(OneCall.class, jvmOptions, arguments);
  }

  /** Runs a program; returns its output. */
  static String run(Class<?> program, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".log");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xshare:auto"));
      command.add("-XX:TieredStopAtLevel=1");
      command.addAll(jvmOptions);
      command.add(program.getName());
      command.addAll(Arrays.asList(arguments));
      Process child =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        if (!child.waitFor(1, TimeUnit.MINUTES)) {
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
