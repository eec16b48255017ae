package canon.cpp.cloudservice.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP endpoint of a fake, described to the kit by environment variables. */
class AnyEndpointTest {
  @TempDir Path folder;

  private final FakeCloudService fake = FakeContractEndpoint.newFake();
  private final FakeEndpoint endpoint = fake.http();

  @AfterEach
  void close() {
    fake.close();
  }

  private String account(String email) {
    return email + " " + endpoint.tokenFor(email).value();
  }

  private Map<String, String> leastOfAll() {
    return new HashMap<>(
        Map.of(
            EnvironmentEndpoint.ADDRESS, endpoint.address().toString(),
            EnvironmentEndpoint.ADMINISTRATOR, account(FakeContractEndpoint.ADMIN),
            EnvironmentEndpoint.ADDRESS_DOMAIN, "contoso.com"));
  }

  private Map<String, String> everything() {
    Map<String, String> variables = leastOfAll();
    FakeAccount late = FakeAccount.of("late@contoso.com");
    variables.put(EnvironmentEndpoint.EXPIRED_TOKEN, endpoint.tokenFor(late).value());
    fake.expireTokens(late);
    variables.put(EnvironmentEndpoint.SPARE, account("spare@contoso.com"));
    variables.put(EnvironmentEndpoint.ELSEWHERE, account(FakeContractEndpoint.ELSEWHERE));
    String proof = fake.printer("varioPRINT 140", "VP-1001").proof();
    variables.put(EnvironmentEndpoint.PRINTER, "varioPRINT 140|VP-1001|" + proof);
    return variables;
  }

  /** What the run printed, line by line. */
  private List<String> run(Map<String, String> variables) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                AnyEndpointRun.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    program.environment().keySet().removeIf(name -> name.startsWith("PRISMASYNC_"));
    program.environment().putAll(variables);
    Process started = program.start();
    try {
      assertThat(started.waitFor(5, TimeUnit.MINUTES)).as("the program ends").isTrue();
    } finally {
      started.destroyForcibly();
    }
    return Files.readAllLines(output);
  }

  private static List<String> beginning(List<String> lines, String word) {
    return lines.stream().filter(line -> line.startsWith(word)).toList();
  }

  @Test
  void everyVariableIsRead() throws IOException, InterruptedException {
    List<String> lines = run(everything());

    assertThat(beginning(lines, "failed")).isEmpty();
    assertThat(lines).anyMatch(line -> line.matches("passed \\d{3}"));
    assertThat(beginning(lines, "left out"))
        .isNotEmpty()
        .allMatch(line -> line.contains("This endpoint has no"))
        .noneMatch(line -> line.contains("account that no site knows"))
        .noneMatch(line -> line.contains("printer"))
        .anyMatch(line -> line.contains("token that may be used to sign out"))
        .anyMatch(line -> line.contains("means to hold a request"));
    assertThat(fake.client(FakeContractEndpoint.ADMIN).users().list()).hasSize(1);
  }

  @Test
  void anAdministratorIsEnoughAndKnownDifferencesAreRead()
      throws IOException, InterruptedException {
    Path file = folder.resolve("known.txt");
    Files.writeString(file, "Users.noLongerExistOnceOnNoList = They return at night.");
    Map<String, String> variables = leastOfAll();
    variables.put(EnvironmentEndpoint.KNOWN_DIFFERENCES, file.toString());

    List<String> lines = run(variables);

    assertThat(beginning(lines, "failed"))
        .singleElement()
        .asString()
        .contains(
            "noLongerExistOnceOnNoList",
            "remove it from the known differences",
            "They return at night.");
    assertThat(beginning(lines, "left out"))
        .anyMatch(line -> line.contains("account that no site knows"))
        .anyMatch(line -> line.contains("printer with a proof"));
    assertThat(fake.log().of("addUser")).anyMatch(entry -> entry.status() == 200);
  }
}
