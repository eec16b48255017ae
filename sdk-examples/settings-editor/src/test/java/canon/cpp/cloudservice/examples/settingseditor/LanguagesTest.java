package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static final Path TEXTS =
      Path.of("src/main/resources/canon/cpp/cloudservice/examples/settingseditor");
  private static final Pattern KEYS =
      Pattern.compile("(?:text|get|done)\\(\\s*(?:[a-zA-Z. ()]+ \\? )?\"([a-z]\\w*(?:\\.\\w+)?)\"");

  private static DemoWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = DemoWorld.start(0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'fr-CH, fr;q=0.9, en;q=0.8', fr",
    "'de, fr;q=0.5', fr",
    "'en-GB, fr;q=0.5', en",
    "'ja', en",
    "'*', en"
  })
  void theFirstLanguageOfTheBrowserThatExistsIsUsed(String wanted, String language) {
    HttpResponse<String> page = new Browser(world, wanted).get("/cloud");

    assertThat(page.body()).contains("<html lang=\"" + language + "\">");
    assertThat(page.headers().firstValue("Content-Language")).contains(language);
    assertThat(page.headers().firstValue("Vary")).contains("Accept-Language");
  }

  @Test
  void frenchUsersReadFrenchSentencesAboutErrors() {
    Browser browser = new Browser(world, "fr");
    assertThat(browser.signInAtMicrosoft("admin@contoso.com").body())
        .contains("Vous êtes connecté avec admin@contoso.com.");

    String page =
        browser
            .submit(
                "/cloud/members",
                "/cloud/members/add",
                Map.of("kind", "user", "email", "boss@gmail.com"))
            .body();

    assertThat(page)
        .contains("Utilisateurs du service cloud", "Invité", "Actif")
        .contains("Cette personne est enregistrée sur un autre site.");
    assertThat(browser.post("/cloud/log-out", Map.of(), null).body())
        .startsWith("Cette page a expiré.");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    Properties english = texts("Texts.properties");
    Properties french = texts("Texts_fr.properties");

    assertThat(french.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(places(french.get(key)))
                    .as("%s", key)
                    .isEqualTo(places(english.get(key))));
  }

  @Test
  void frenchTextsHaveFrenchTypography() throws IOException {
    assertThat(texts("Texts_fr.properties").values())
        .allSatisfy(
            text ->
                assertThat(text.toString())
                    .doesNotContain("'", "\"")
                    .doesNotContainPattern("(?<!\u202f)[;!?]")
                    .doesNotContainPattern("(?<!\u00a0)[:»]")
                    .doesNotContainPattern("«(?!\u00a0)"));
  }

  /** An apostrophe would be a quotation mark of the message format. */
  @Test
  void englishTextsHaveTypographicApostrophes() throws IOException {
    assertThat(texts("Texts.properties").values())
        .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'"));
  }

  @Test
  void everyTextThatPagesNameExists() throws IOException {
    TreeSet<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".jte") || f.toString().endsWith(".java"))
              .toList()) {
        KEYS.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
      }
    }

    assertThat(named).hasSizeGreaterThan(70).contains("signedIn", "found.question");
    assertThat(texts("Texts.properties").keySet().stream().map(Object::toString))
        .containsAll(named);
  }

  private static List<String> places(Object text) {
    return Pattern.compile("\\{\\d\\}")
        .matcher(text.toString())
        .results()
        .map(found -> found.group())
        .sorted()
        .toList();
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
      texts.load(reader);
    }
    return texts;
  }
}
