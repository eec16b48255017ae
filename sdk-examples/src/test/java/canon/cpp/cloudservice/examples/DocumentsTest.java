package canon.cpp.cloudservice.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.FakeEndpoint;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Java code in the documents is also in {@link Snippets} and similar classes, so it compiles,
 * and it runs.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "canon", "cpp", "cloudservice", "examples");
  private static final Path BULK =
      ROOT.resolve(
          Path.of("sdk-bulk", "src", "test", "java", "canon", "cpp", "cloudservice", "bulk"));
  private static final List<Path> HOSTS =
      List.of(
          Path.of("spring-boot", "src"),
          Path.of("remote-control", "src"),
          Path.of("settings-editor", "src"));
  private static final Path KOTLIN = Path.of("remote-control-app", "src");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern KOTLIN_BLOCK = Pattern.compile("(?s)```kotlin\n(.*?)```");

  @Test
  void theJavaInTheDocumentsCompiles() throws IOException {
    isCompiled(JAVA, snippets());
  }

  @Test
  void theKotlinInTheDocumentsCompiles() throws IOException {
    isCompiled(KOTLIN_BLOCK, allOf(KOTLIN, ".kt"));
  }

  private static void isCompiled(Pattern blocks, String sources) throws IOException {
    String compiled = withoutLayout(sources);
    for (Path document : documents()) {
      blocks
          .matcher(Files.readString(document))
          .results()
          .forEach(
              block ->
                  assertThat(compiled)
                      .as("%s: to be in one of the …Snippets.java%n%s", document, block.group(1))
                      .contains(withoutLayout(block.group(1)).split("…", -1)));
    }
  }

  @Test
  void theReadmeRuns() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      FakeEndpoint service = fake.http();

      CloudServiceClient client =
          Snippets.readme(
              service.address(),
              service.tokenProvider(fake.account("admin@contoso.com")),
              fake.printer("varioPRINT 140", "VP-1001"));

      client.close();
      assertThat(fake.log().entries())
          .extracting(entry -> entry.operation())
          .contains("signIn", "addUser", "listUsers", "removeUser");
    }
    assertThatCode(Snippets::readmeTest).doesNotThrowAnyException();
  }

  @Test
  void whatIsUnknownIsSettled() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      fake.faults().on("addUser").times(3).dropAfterApplying();

      Snippets.settling(fake.client("admin@contoso.com"), "john@contoso.com");

      assertThat(fake.log().of("addUser")).hasSize(4).filteredOn(LoggedRequest::applied).hasSize(1);
    }
  }

  @Test
  void errorsAreTurnedIntoWordsForPeople() {
    List<String> shown = new ArrayList<>();
    try (FakeCloudService fake =
        FakeCloudService.builder()
            .site(site -> site.administrator("admin@contoso.com"))
            .site(site -> site.administrator("boss@fabrikam.com"))
            .build()) {
      CloudServiceClient admin = fake.client("admin@contoso.com");

      Snippets.errors(admin, "john@contoso.com", shown::add);
      Snippets.errors(admin, "boss@fabrikam.com", shown::add);
      fake.faults().on("addUser").times(3).dropAfterApplying();
      Snippets.errors(admin, "jane@contoso.com", shown::add);
    }

    assertThat(shown)
        .containsExactly(
            "Added.",
            "This person belongs to another site.",
            "It is not known yet whether this was done.");
  }

  @Test
  void aKeyThatIsMadeAgainChangesNothingAgain() {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
      CloudServiceClient admin = fake.client("admin@contoso.com");

      Snippets.keys(admin, "john@contoso.com");
      Snippets.keys(admin, "john@contoso.com");

      assertThat(fake.log().of("addUser")).hasSize(2).filteredOn(LoggedRequest::applied).hasSize(1);
    }
  }

  @Test
  void aDiagnosisRuns() {
    try (FakeCloudService fake = FakeCloudService.builder().build()) {
      DiagnosisSnippets.diagnosing(fake.client("admin@contoso.com"));

      assertThat(fake.log().of("getSession")).isNotEmpty();
    }
  }

  @Test
  void theNetworkOfTheGuideWantsItsCertificateFile() {
    assertThatThrownBy(() -> Snippets.network("user", "password"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("corporate-ca.pem");
  }

  private static String snippets() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> own = Files.list(SOURCES);
        Stream<Path> bulk = Files.list(BULK)) {
      Stream<Path> files = Stream.concat(own, bulk);
      for (Path file : files.filter(one -> one.toString().endsWith("Snippets.java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    for (Path host : HOSTS) {
      all.append(allOf(host, ".java"));
    }
    return all.toString();
  }

  private static String allOf(Path folder, String ending) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(ROOT.resolve("README.md"));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  /**
   * Without comments, and with one space for any white space or none around dots and parentheses.
   */
  private static String withoutLayout(String java) {
    return java.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
  }
}
