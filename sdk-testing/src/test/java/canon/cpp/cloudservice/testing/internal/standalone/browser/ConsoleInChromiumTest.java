package canon.cpp.cloudservice.testing.internal.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.standalone.Steered;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real browser. */
@Tag("browser")
class ConsoleInChromiumTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** The elements whose text has a contrast below 4.5 to 1. */
  private static final String HARD_TO_READ =
      """
      () => {
        const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
        const luminance = colour => {
          const [r, g, b] = numbers(colour).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = element => {
          const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
          return numbers(colour)[3] === 0 ? behind(element.parentElement) : colour;
        };
        return [...document.querySelectorAll("body *")]
          .filter(element => [...element.childNodes]
            .some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
          .filter(element => {
            const pair = [getComputedStyle(element).color, behind(element)]
              .map(luminance).sort((a, b) => a - b);
            return (pair[1] + 0.05) / (pair[0] + 0.05) < 4.5;
          })
          .map(element => element.outerHTML);
      }
      """;

  @TempDir Path folder;
  private final Steered fake = new Steered();
  private final String address = fake.server().address().toString();
  private Chromium chromium;

  @BeforeEach
  void start() {
    chromium = new Chromium(folder);
  }

  @AfterEach
  void close() {
    chromium.close();
    fake.close();
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = chromium.page(1280, 900);
    page.navigate(address);

    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Skip to the portal");
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Sign in as admin@contoso.com");
    page.keyboard().press("Enter");
    assertThat(page.getByText("Signed in as admin@contoso.com")).isVisible();

    page.getByLabel("Add a new cloud service user").focus();
    page.keyboard().type("jane@contoso.com");
    page.keyboard().press("Enter");

    assertThat(page.locator("#users [role=status]"))
        .containsText("jane@contoso.com: added to PRISMAlytics Dashboard");
    assertThat(page.locator("#users li", new Page.LocatorOptions().setHasText("jane@contoso.com")))
        .hasCount(3);
  }

  @Test
  void everyFieldAndButtonHasAName() {
    Page page = signedIn(1280, 900);

    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('input:not([type=hidden]), select')]"
                    + ".filter(field => field.labels.length === 0).map(field => field.outerHTML)"))
        .isEqualTo(List.of());
    assertThat(
            page.evaluate(
                "() => { const names = [...document.querySelectorAll('.rows button')]"
                    + ".map(button => button.textContent);"
                    + " return names.filter((name, i) => names.indexOf(name) !== i); }"))
        .as("Buttons with the same name")
        .isEqualTo(List.of());
  }

  @Test
  void theLogOfAnOpenPageGrows() {
    Page page = signedIn(1280, 900);

    fake.ask("GET", "/v1/printers", null);
    assertThat(page.locator("#log-rows tr").first()).containsText("listPrinters");
    fake.ask("GET", "/v1/users/%3Cb%3E", null);
    assertThat(page.locator("#log-rows tr").first()).containsText("404 not-found");
  }

  @Test
  void whatLooksLikeMarkupStaysText() {
    Page page = chromium.page(1280, 900);
    List<String> said = new ArrayList<>();
    page.onDialog(dialog -> said.add(dialog.message()));
    page.onConsoleMessage(message -> said.add(message.text()));
    String name = "<img src=/x onerror=alert(1)><script>alert(2)</script>";
    String state =
        "{'version':1,'sites':[{'members':[{'email':'admin@contoso.com',"
            + "'administrator':{'firstSignInAt':'2030-01-01T00:00:00Z'}}],"
            + "'printers':[{'series':'S','serialNumber':'1','displayName':'"
            + name
            + "'}]}]}";
    fake.steer("PUT", "/state", state);
    signIn(page);

    assertThat(page.locator("#printers .name")).hasText(name);
    assertThat(page.locator("#printers img, #printers script")).hasCount(0);
    assertThat(said).isEmpty();
  }

  @Test
  void itWorksWithoutItsScript() {
    Page page = chromium.page(1280, 900, ColorScheme.LIGHT, false);
    signIn(page);

    page.getByLabel("Add a new cloud service user").fill("jane@contoso.com");
    page.locator("#users form").first().locator("button").click();

    assertThat(page.locator("#users [role=status]")).containsText("jane@contoso.com: added");
    assertThat(page.locator("#log-rows tr").first()).containsText("addUser");
  }

  @Test
  void reloadingSendsNothingTwice() {
    Page page = signedIn(1280, 900);
    page.getByLabel("Add a new cloud service user").fill("jane@contoso.com");
    page.keyboard().press("Enter");
    assertThat(page.locator("#users [role=status]")).isVisible();

    page.reload();

    assertThat(page.locator("#users [role=status]")).hasCount(0);
    assertThat(
            fake.steer("GET", "/log", null).json().path("requests").findValuesAsText("operation"))
        .containsOnlyOnce("addUser");
  }

  @Test
  void theLastAdministratorStaysAndThePageGivesTheReason() {
    Page page = signedIn(1280, 900);

    page.locator("#administrators li").first().locator("button").click();

    assertThat(page.locator("#administrators [role=alert]"))
        .containsText("The last administrator cannot be removed");
  }

  @Test
  void aRejectedFieldKeepsItsTextAndPageAndSearchStay() {
    Page page = signedIn(1280, 900);
    page.getByLabel("Search users, administrators and printers").fill("jane");
    page.keyboard().press("Enter");
    assertThat(page.locator("#users")).containsText("No entries match the search.");
    page.getByLabel("Add a new cloud service user").fill("not an address");
    page.keyboard().press("Enter");

    assertThat(page.locator("#users [role=alert]")).isVisible();
    assertThat(page.getByLabel("Add a new cloud service user")).hasValue("not an address");
    assertThat(page.getByLabel("Search users, administrators and printers")).hasValue("jane");
  }

  @Test
  void aUserIsActivatedAndAPrinterIsRegistered() {
    Page page = signedIn(1280, 900);
    page.getByLabel("Add a new cloud service user").fill("jane@contoso.com");
    page.keyboard().press("Enter");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Activate jane@contoso.com"))
        .click();
    assertThat(page.locator("#users [role=status]"))
        .containsText("jane@contoso.com is active in Remote Control.");

    page.getByLabel("Name").fill("New press");
    page.getByLabel("Series").fill("varioPRINT 140");
    page.getByLabel("Serial number").fill("VP-7");
    page.keyboard().press("Enter");
    assertThat(page.locator("#printers [role=status]")).containsText("New press is registered.");
  }

  @Test
  void aHeldRequestIsReleasedFromThePage() {
    fake.steer("POST", "/faults", "{'on':'getSite','times':1,'then':'hold'}");
    CompletableFuture<Steered.Reply> held =
        CompletableFuture.supplyAsync(() -> fake.ask("GET", "/v1/site", null));
    Page page = chromium.page(1280, 900);
    page.navigate(address);
    page.waitForCondition(
        () -> {
          page.reload();
          return page.getByText("Used up").count() == 1;
        });
    page.locator("form[action$=release-fault] button").click();

    assertThat(held.join().status()).isEqualTo(200);
  }

  @Test
  void theStateIsResetAfterAQuestion() {
    Page page = chromium.page(1280, 900);
    page.navigate(address);
    assertThat(page.getByText("Reset the state", exactly())).isHidden();
    page.getByText("Reset to the seed").click();
    assertThat(page.getByText("All changes since the start are lost.")).isVisible();
    page.getByText("Reset the state", exactly()).click();
    assertThat(page.locator("#state [role=status]")).containsText("Done.");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void aPageOfAnotherOriginCannotSendAForm() {
    Page page = chromium.page(1280, 900);
    page.route(
        "http://evil.example/",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<form method=post action='"
                            + address
                            + "/_fake/console/advance'><input name=count value=5>"
                            + "<input name=unit value=P1D><button>x</button></form>")));
    page.navigate("http://evil.example/");

    page.locator("button").click();

    assertThat(page.locator("body")).containsText("other-origin");
    assertThat(fake.steer("GET", "/clock", null).text()).contains("2030-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void itIsLegibleOnAPhoneInLightAndInDark(ColorScheme scheme) {
    Page page = chromium.page(360, 740, scheme, true);
    signIn(page);
    page.locator("#administrators li").first().locator("button").click();
    fake.steer("POST", "/faults", "{'on':'addUser','times':1,'then':'dropAfterApplying'}");
    page.navigate(address);

    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(page.evaluate(HARD_TO_READ)).isEqualTo(List.of());
    screenshot(page, "phone-" + scheme);
  }

  @Test
  void itIsLegibleOnADesk() {
    Page page = signedIn(1280, 900);
    page.locator("#administrators li").first().locator("button").click();
    assertThat(page.locator("#administrators [role=alert]")).isVisible();

    assertThat(page.evaluate(HARD_TO_READ)).isEqualTo(List.of());
    screenshot(page, "desk");
  }

  private Page signedIn(int width, int height) {
    Page page = chromium.page(width, height);
    signIn(page);
    return page;
  }

  private void signIn(Page page) {
    page.navigate(address);
    page.locator("#account li button").first().click();
    assertThat(page.getByText("Signed in as admin@contoso.com")).isVisible();
  }

  private static void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
