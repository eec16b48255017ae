package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link CrashingProgram} in a JVM of its own, with a heap of 64 MB. */
final class ChildJvm {
  /** So many rows take long enough for the optimizing compiler to be worth its time. */
  private static final int LONG_JOB = 100_000;

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a job.
   *
   * @param directory where the output goes
   * @param operation {@code add} or {@code remove}
   * @param journal a file, or the address of a database
   * @param haltAfter after how many responses the JVM halts
   * @param timeFactor how much faster than real time the job's time passes
   */
  static ChildJvm start(
      FakeCloudService fake,
      String admin,
      Path directory,
      String operation,
      String journal,
      int rows,
      long haltAfter,
      int timeFactor)
      throws IOException {
    Path output = Files.createTempFile(directory, "child", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                rows < LONG_JOB ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingProgram.class.getName(),
                fake.http().address().toString(),
                fake.http().tokenFor(FakeAccount.of(admin)).value(),
                operation,
                journal,
                String.valueOf(rows),
                String.valueOf(haltAfter),
                String.valueOf(timeFactor))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  /** Waits until the JVM has ended, and checks its exit status. */
  String end(int expectedStatus) throws IOException, InterruptedException {
    try {
      assertThat(process.waitFor(1, TimeUnit.HOURS)).as("the child has ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isEqualTo(expectedStatus);
    return text;
  }
}
