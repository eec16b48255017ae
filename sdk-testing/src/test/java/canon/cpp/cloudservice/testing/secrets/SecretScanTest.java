package canon.cpp.cloudservice.testing.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation runs with all logging on, and the output contains no secret. */
class SecretScanTest {
  @TempDir static Path folder;
  private static List<String> secrets;
  private static String printed;

  @BeforeAll
  static void runEverythingInAJvmOfItsOwn() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path found = folder.resolve("secrets.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                SecretsProgram.class.getName(),
                found.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(program.waitFor(120, TimeUnit.SECONDS)).as("the program ends").isTrue();
    printed = Files.readString(output);
    assertThat(program.exitValue()).as(printed).isZero();
    secrets = Files.readAllLines(found);
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(secrets).hasSizeGreaterThan(10).allMatch(secret -> secret.length() > 8);
    for (String secret : secrets) {
      assertThat(printed.lines().filter(line -> line.contains(secret))).as(secret).isEmpty();
    }
  }

  @Test
  void noUserIsNamedInTheLog() {
    assertThat(printed.lines().filter(line -> line.contains("private"))).isEmpty();
    assertThat(printed.lines().filter(line -> line.contains(SecretsProgram.PERSON))).isEmpty();
  }

  @Test
  void addressesAreLoggedIfTheHostAllowsIt() {
    assertThat(printed)
        .contains(
            "TRACE canon.cpp.cloudservice.http - > GET /v1/users/revealed.person%40contoso.com");
  }

  @Test
  void theLogHasALineForEachCallAndAttempt() {
    assertThat(printed)
        .contains("DEBUG canon.cpp.cloudservice.calls - addUser (POST /v1/users) succeeded after ")
        .contains("status 200, attempts 1, request req_")
        .contains("TRACE canon.cpp.cloudservice.http - > POST /v1/users [Accept: ")
        .contains("TRACE canon.cpp.cloudservice.http - > GET /v1/users?text=…&pageSize=1 ")
        .contains("failed with UnauthenticatedException")
        .contains("failed with MalformedResponseException")
        .contains("failed with UnavailableException")
        .contains("failed with AuthenticationException")
        .contains("before the next attempt");
  }
}
