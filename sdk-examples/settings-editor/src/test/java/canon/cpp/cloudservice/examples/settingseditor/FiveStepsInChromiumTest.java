package canon.cpp.cloudservice.examples.settingseditor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five steps of the guides in a real browser, with the pages of the fake identity providers.
 * With {@code -Dscreenshots.write=true} it draws the pictures of the guide anew.
 */
@Tag("browser")
class FiveStepsInChromiumTest {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final Path PICTURES =
      Boolean.getBoolean("screenshots.write")
          ? Path.of("..", "..", "docs", "images")
          : Path.of("target", "screenshots");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir Path folder;
  private final List<String> complaints = new ArrayList<>();
  private DemoWorld world;
  private Playwright playwright;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(0);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  @AfterEach
  void stop() {
    playwright.close();
    world.close();
  }

  @Test
  void aNewOrganisationGoesThroughTheFiveSteps() {
    try (BrowserContext browser = browser("en-GB")) {
      Page page = browser.pages().get(0);
      page.navigate("http://localhost:" + world.editor().port() + "/");

      page.getByText("Sign in with Microsoft").click();
      page.locator("input[name=login]").fill("new@contoso.com");
      page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .containsText("not registered at any administration site");
      assertThat(page.url()).as("The code is not in the address").endsWith("/cloud");

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Network")).click();
      button(page, "Test the connection");
      assertThat(page.locator("pre")).containsText("Diagnosis of");
      page.goBack();
      home(page);

      link(page, "Register this printer");
      page.getByLabel("Display name").fill("Press 1");
      button(page, "Register");
      assertThat(page.getByText("Found a new administration site?")).isVisible();
      picture(page, "settings-editor-founding");
      button(page, "Register");
      assertThat(page.getByText("Found a new administration site?")).isVisible();
      page.getByLabel("Yes, found a new site with this account.").check();
      button(page, "Register");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("registered as “Press 1”");

      home(page);
      link(page, "Users and administrators");
      page.getByLabel("E-mail address of the user").fill("jane.doe@gmail.com");
      button(page, "Add user");
      page.getByLabel("E-mail address of the user").fill("john@fabrikam.com");
      button(page, "Add user");
      page.getByLabel("E-mail address of the administrator").fill("deputy@contoso.com");
      button(page, "Add administrator");
      assertThat(page.locator("#administrators")).containsText("Invited");
      assertThat(page.locator("#administrators")).containsText("Active");
      assertThat(
              page.evaluate(
                  "() => { const names = [...document.querySelectorAll('main button')]"
                      + ".map(b => b.getAttribute('aria-label') || b.textContent);"
                      + " return names.filter((name, i) => names.indexOf(name) !== i); }"))
          .as("Buttons with the same name")
          .isEqualTo(List.of());
      picture(page, "settings-editor-members");

      home(page);
      link(page, "Is this printer ready?");
      assertThat(page.locator("table")).containsText("No: enable it on this printer.");

      button(page, "Log out");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("can still be signed in");
    }
    assertThat(complaints).as("Violations of the policy and errors of pages").isEmpty();
  }

  @Test
  void twoAdministratorsUseItAtOnceInTheirOwnLanguages() {
    try (BrowserContext english = browser("en-GB");
        BrowserContext french = browser("fr-FR")) {
      Page first = signedIn(english, "Sign in with Microsoft", "admin@contoso.com");
      Page second = signedIn(french, "Se connecter avec Google", "boss@gmail.com");

      first.navigate(first.url() + "/members");
      second.navigate(second.url() + "/members");

      assertThat(first.locator("header")).containsText("Signed in as admin@contoso.com");
      assertThat(second.locator("header")).containsText("Connecté avec boss@gmail.com");
      assertThat(first.locator("#users")).containsText("john@contoso.com");
      assertThat(second.locator("#users")).not().containsText("contoso.com");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void pagesFitThePhoneOfATechnician() {
    try (BrowserContext browser = browser("fr-FR")) {
      Page page = signedIn(browser, "Se connecter avec Microsoft", "admin@contoso.com");
      String start = page.url();
      page.setViewportSize(360, 740);
      page.navigate(start + "/printer");
      page.getByLabel("Nom d’affichage").fill("W".repeat(60));
      button(page, "Enregistrer");
      page.navigate(start + "/network");
      button(page, "Tester la connexion");

      for (String path : List.of("/network", "", "/printer", "/members", "/readiness")) {
        if (!path.equals("/network")) {
          page.navigate(start + path);
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
            .as(path)
            .isEqualTo(360);
      }
    }
    assertThat(complaints).isEmpty();
  }

  private Page signedIn(BrowserContext browser, String link, String account) {
    Page page = browser.pages().get(0);
    page.navigate("http://localhost:" + world.editor().port() + "/");
    page.getByText(link).click();
    page.locator("input[name=login]").fill(account);
    page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText(account);
    return page;
  }

  /** The certificate of the fake identity providers is their own. */
  private BrowserContext browser(String locale) {
    BrowserContext context =
        playwright
            .chromium()
            .launchPersistentContext(
                folder.resolve(locale),
                new LaunchPersistentContextOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setHeadless(true)
                    .setArgs(ARGUMENTS)
                    .setLocale(locale)
                    .setIgnoreHTTPSErrors(true)
                    .setViewportSize(1080, 560));
    context.setDefaultTimeout(20_000);
    Page page = context.pages().get(0);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    return context;
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static void home(Page page) {
    page.locator("header a").click();
    assertThat(page.getByText("Administer printers and users")).isVisible();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }
}
