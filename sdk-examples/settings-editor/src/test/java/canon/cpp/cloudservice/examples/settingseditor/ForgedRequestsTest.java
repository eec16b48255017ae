package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that no page of this program sends for this user. */
class ForgedRequestsTest {
  private static final Map<String, String> MARY = Map.of("kind", "user", "email", "m@contoso.com");
  private static final String ADD = "/cloud/members/add";

  private static DemoWorld world;
  private final Browser browser = new Browser(world);

  @BeforeAll
  static void start() throws Exception {
    world = DemoWorld.start(0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aFormWithoutATokenOrWithAForeignOneChangesNothing() {
    browser.signInAtMicrosoft("admin@contoso.com");
    Browser other = new Browser(world);
    String foreign = token(other.get("/cloud/network"));

    assertThat(browser.post(ADD, MARY, null).statusCode()).isEqualTo(403);
    assertThat(browser.post(ADD, MARY, "").statusCode()).isEqualTo(403);
    assertThat(browser.post(ADD, MARY, foreign).statusCode()).isEqualTo(403);

    assertThat(browser.get("/cloud/members").body()).doesNotContain("m@contoso.com");
  }

  @Test
  void aFormOfAnExpiredSessionIsRejectedWithAnExplanation() {
    browser.signInAtMicrosoft("admin@contoso.com");
    String token = token(browser.get("/cloud/members"));
    browser.dropCookies();

    HttpResponse<String> response = browser.post(ADD, MARY, token);

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).startsWith("This page has expired.");
    assertThat(browser.get("/cloud/members").body()).contains("Sign in first.");
  }

  @Test
  void theSessionIdChangesAtSignIn() {
    String token = token(browser.get("/cloud/network"));
    String before = browser.sessionId();

    browser.signInAtMicrosoft("admin@contoso.com");

    assertThat(browser.sessionId()).isNotEqualTo(before);
    assertThat(token(browser.get("/cloud/network"))).isNotEqualTo(token);
  }

  @Test
  void theCallbackOfAnotherBrowserIsRejected() {
    URI provider = browser.provider("microsoft");
    URI returned = world.people().microsoft().signIn(provider, "admin@contoso.com").uri();
    Browser victim = new Browser(world);

    assertThat(victim.get(Browser.callback(returned)).body())
        .contains("This page has expired.", "Sign in with Microsoft");
    assertThat(browser.get(Browser.callback(returned)).body()).contains("You are signed in as");
    assertThat(browser.get(Browser.callback(returned)).body()).contains("This page has expired.");
  }

  @Test
  void aCallbackWithAnotherStateIsRejected() {
    browser.provider("microsoft");

    assertThat(browser.get("/cloud/callback?code=x&state=y").body())
        .contains("role=\"alert\"")
        .doesNotContain("You are signed in");
  }

  @Test
  void otherMethodsPathsAndProvidersAreRejected() {
    String token = token(browser.get("/cloud/network"));

    assertThat(browser.post("/cloud/readiness", Map.of(), token).statusCode()).isEqualTo(405);
    assertThat(browser.get("/cloud/members/add").statusCode()).isEqualTo(405);
    assertThat(browser.get("/etc/passwd").statusCode()).isEqualTo(404);
    assertThat(browser.get("/cloud/sign-in?provider=evil").body()).contains("no such page");
    assertThat(browser.get("/").body()).contains("Sign in with Google");
    browser.signInAtMicrosoft("admin@contoso.com");
    assertThat(browser.get("/cloud/members?from=%00").statusCode()).isEqualTo(400);
  }

  @Test
  void everyResponseHasTheHeaders() {
    List<HttpResponse<String>> responses =
        List.of(
            browser.get("/cloud"),
            browser.get("/nowhere"),
            browser.get("/cloud/style.css"),
            browser.post(ADD, MARY, null),
            browser.getWithoutFollowing("/cloud/sign-in?provider=google"));

    assertThat(responses)
        .allSatisfy(
            response -> {
              assertThat(header(response, "Content-Security-Policy"))
                  .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                  .doesNotContain("unsafe");
              assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
              assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
              assertThat(header(response, "Server")).isEmpty();
            });
    assertThat(header(responses.get(0), "Cache-Control")).isEqualTo("no-store");
    assertThat(responses.get(0).body()).doesNotContain("<script", " style=", "onclick");
  }

  @Test
  void theCookieIsKeptFromScriptsAndOtherSites() {
    String cookie = header(browser.get("/cloud"), "Set-Cookie");

    assertThat(cookie)
        .startsWith("settings-editor=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
  }

  private static String token(HttpResponse<String> page) {
    Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
