package canon.cpp.cloudservice.signin.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong while people sign in, nothing secret is printed, at the finest log level. */
class SecretScanTest {
  @TempDir Path directory;

  @Test
  void nothingSecretIsPrinted() throws Exception {
    String printed = run();

    assertThat(printed)
        .as("the program has to get to its end, and to fail on the way")
        .contains("SignInException")
        .contains("TokenStoreException")
        .contains("could not be saved")
        .endsWith("done\n");
    assertThat(printed).doesNotContain(SignInProgram.SEED);
  }

  private String run() throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                System.getProperty("java.class.path"),
                SignInProgram.class.getName(),
                directory.resolve("sign-ins").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    return Files.readString(output, UTF_8);
  }
}
