package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import canon.cpp.cloudservice.testing.FakeState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages show and what the log contains. */
class SecretsTest {
  private static final Path LOG = Path.of("target", "tests.log");

  private static DemoWorld world;
  private static FakeState before;

  @BeforeAll
  static void start() throws Exception {
    world = DemoWorld.start(0);
    before = world.fake().snapshot();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void restore() {
    world.fake().restore(before);
  }

  @Test
  void twoAdministratorsAtOnceHaveTheirOwnAccounts() {
    Browser contoso = new Browser(world);
    Browser fabrikam = new Browser(world);
    contoso.signInAtMicrosoft("admin@contoso.com");
    fabrikam.signInAtGoogle("boss@gmail.com");

    assertThat(contoso.get("/cloud/members").body())
        .contains("Signed in as admin@contoso.com", "john@contoso.com")
        .doesNotContain("boss@gmail.com");
    assertThat(fabrikam.get("/cloud/members").body())
        .contains("Signed in as boss@gmail.com")
        .doesNotContain("contoso.com");

    contoso.submit("/cloud", "/cloud/log-out", Map.of());
    assertThat(fabrikam.get("/cloud/members").body()).contains("Signed in as boss@gmail.com");
  }

  @Test
  void theSessionThatEndedAtTheServiceAsksForANewSignIn() {
    Browser browser = new Browser(world);
    browser.signInAtMicrosoft("admin@contoso.com");
    world.fake().faults().on("listUsers").times(1).respond(401, ProblemCode.SESSION_ENDED);

    assertThat(browser.get("/cloud/members").body())
        .contains("You have logged out. Sign in again.", "Sign in with Microsoft")
        .doesNotContain("Signed in as");
  }

  @Test
  void markupStaysText() {
    String markup = "<img src=x onerror=alert(1)>\"'&";
    Browser browser = new Browser(world);
    browser.signInAtMicrosoft("new@contoso.com");

    String question =
        browser.submit("/cloud/printer", "/cloud/printer", Map.of("displayName", markup)).body();
    browser.submit(
        "/cloud/printer", "/cloud/printer", Map.of("displayName", markup, "founds", "yes"));
    String typed =
        browser
            .submit("/cloud/members", "/cloud/members/add", Map.of("kind", "user", "email", markup))
            .body();

    assertThat(List.of(question, browser.get("/cloud/readiness").body(), typed))
        .allSatisfy(
            page -> assertThat(page).contains("&lt;img src=x onerror").doesNotContain("<img"));
    assertThat(question).contains("value=\"&lt;img src=x onerror=alert(1)>&#34;&#39;&amp;\"");
  }

  @Test
  void noPageAndNoLogHasATokenACodeOrAPassword() throws IOException {
    Browser browser = new Browser(world);
    URI provider = browser.provider("microsoft");
    URI returned = world.people().microsoft().signIn(provider, "admin@contoso.com").uri();
    browser.get(Browser.callback(returned));
    browser.submit(
        "/cloud/members", "/cloud/members/add", Map.of("kind", "user", "email", "boss@gmail.com"));
    browser.submit("/cloud/printer", "/cloud/printer", Map.of("displayName", "Press"));
    browser.submit("/cloud/network", "/cloud/network/test", Map.of());
    browser.submit("/cloud", "/cloud/log-out", Map.of());
    browser.submit(
        "/cloud/network",
        "/cloud/network",
        Map.of("proxyHost", "127.0.0.1", "proxyUser", "u", "proxyPassword", "hunter2"));
    browser.submit("/cloud/network", "/cloud/network/test", Map.of());
    browser.submit("/cloud/network", "/cloud/network", Map.of("proxyHost", ""));

    String code = returned.getQuery().replaceAll(".*\\bcode=([^&]*).*", "$1");
    String proof = world.fake().printer("varioPRINT 140", DemoWorld.SERIAL_NUMBER).proof();
    assertThat(browser.seen())
        .hasSizeGreaterThan(10)
        .allSatisfy(page -> assertThat(page).doesNotContain("eyJ", code, "hunter2", proof));
    assertThat(Files.readString(LOG))
        .contains("account-registered-elsewhere")
        .doesNotContain("eyJ", code, "hunter2", proof, "boss@gmail.com");
  }
}
