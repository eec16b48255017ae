package canon.cpp.cloudservice.testing.internal.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is published. */
class StandaloneIT {
  private static final Path GUIDE = Path.of("..", "docs", "fake-standalone.md");

  /** A command, and the response that the guide shows for it, if any. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)```sh\n(.*?)```(?:\n\n```json\n(.*?)```)?");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path errors;

  @BeforeEach
  void nameFiles() {
    errors = folder.resolve("errors");
  }

  @Test
  void theGuideMatchesTheProgram() throws Exception {
    assumeTrue(new File("/usr/bin/curl").canExecute(), "There is no curl");
    try (StandaloneJar fake =
        new StandaloneJar(errors, "--port", "0", "--seed", Steered.SEED.toString())) {
      List<MatchResult> examples = EXAMPLE.matcher(Files.readString(GUIDE)).results().toList();
      assertThat(examples).hasSizeGreaterThan(6);
      for (MatchResult example : examples) {
        String commands = example.group(1).replace("http://localhost:8080", fake.address());
        String answer = shell(commands);
        if (example.group(2) != null) {
          assertThat(JSON.readTree(answer)).as(commands).isEqualTo(JSON.readTree(example.group(2)));
        }
      }
      assertThat(fake.end()).as("It prints only that it is ready").isEmpty();
    }
  }

  @Test
  void anInvalidSeedEndsTheProgramWithOneLine() throws Exception {
    Path seed = Files.writeString(folder.resolve("seed.json"), "{\n'");
    Process process =
        new ProcessBuilder(StandaloneJar.command("--port=0", "--seed=" + seed))
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).contains("line 2").hasLineCount(1);
  }

  @Test
  void theTestJarNeitherContainsNorNeedsTheCommandLineLibrary() throws IOException {
    String standalone = System.getProperty("standalone.jar");
    try (JarFile program = new JarFile(standalone);
        JarFile library = new JarFile(standalone.replace("-standalone", ""))) {
      assertThat(program.getEntry("picocli/CommandLine.class")).isNotNull();
      assertThat(program.stream()).noneMatch(entry -> entry.getName().startsWith("org/junit"));
      assertThat(library.stream()).noneMatch(entry -> entry.getName().startsWith("picocli"));
    }
    assertThat(Files.readString(Path.of(".flattened-pom.xml")))
        .containsPattern("<artifactId>picocli</artifactId>(?s:.{0,200})<optional>true</optional>");
  }

  @Test
  void canonicalisesInternationalAddressesWithoutTheDataOfLanguages() throws Exception {
    String standalone = System.getProperty("standalone.jar");
    try (StandaloneJar fake =
            new StandaloneJar(errors, "--port", "0", "--seed", Steered.SEED.toString());
        JarFile program = new JarFile(standalone)) {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(fake.address() + "/v1/users"))
                      .header("Authorization", "Bearer dev-token")
                      .header("Content-Type", "application/json")
                      .header("Idempotency-Key", "international")
                      .POST(BodyPublishers.ofString("{\"email\":\"JOSÉ@faß.de\"}"))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(JSON.readTree(response.body()).at("/user/canonicalEmail").asText())
          .as(response.body())
          .isEqualTo("josé@xn--fa-hia.de");
      assertThat(program.getEntry("com/ibm/icu/impl/data/icudata/uts46.nrm")).isNotNull();
      assertThat(program.stream()).noneMatch(entry -> entry.getName().contains("icudata/coll/"));
    }
    assertThat(Files.size(Path.of(standalone))).isLessThan(10_000_000);
  }

  private String shell(String commands) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-ec", commands)
            .directory(folder.toFile())
            .redirectError(folder.resolve("shell").toFile())
            .start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor())
        .as(commands + answer + Files.readString(folder.resolve("shell")))
        .isZero();
    assertThat(answer).as(commands).doesNotContain("\"status\" : 4");
    return answer;
  }
}
