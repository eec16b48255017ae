package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import canon.cpp.cloudservice.testing.FakeState;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The five steps of the guides, against the fake service. */
class FiveStepsTest {
  private static DemoWorld world;
  private static FakeState before;
  private final Browser browser = new Browser(world);

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
    world.fake().log().clear();
  }

  @Test
  void anUnknownAccountFoundsASiteOnlyAfterAnExplicitYes() {
    assertThat(browser.signInAtMicrosoft("new@contoso.com").body())
        .contains("This account is not registered at any administration site.");

    String question = register("Press 1", Map.of()).body();

    assertThat(question)
        .contains("Found a new administration site?", "new@contoso.com")
        .contains("serves for administration only"); // D19
    world.fake().log().expect("registerPrinter").applied().never();

    assertThat(register("Press 1", Map.of("founds", "yes")).body())
        .contains("This printer is registered as “Press 1”.");
    assertThat(browser.get("/cloud/members").body())
        .contains("Cloud service administrators", "new@contoso.com", "Active");
  }

  @Test
  void aPrinterOfAnotherSiteIsMovedOnlyAfterAnExplicitYes() {
    Browser other = new Browser(world);
    other.signInAtGoogle("boss@gmail.com");
    other.submit("/cloud/printer", "/cloud/printer", Map.of("displayName", "Theirs"));
    browser.signInAtMicrosoft("admin@contoso.com");

    assertThat(register("Ours", Map.of()).body())
        .contains("Take this printer over from another site?");
    assertThat(other.get("/cloud/readiness").body()).contains("Theirs");

    assertThat(register("Ours", Map.of("transfers", "yes")).body())
        .contains("This printer is registered as “Ours”.");
    assertThat(other.get("/cloud/readiness").body()).contains("is not registered at your site");
  }

  @Test
  void foundingAndTransferAreTwoQuestions() {
    Browser other = new Browser(world);
    other.signInAtGoogle("boss@gmail.com");
    other.submit("/cloud/printer", "/cloud/printer", Map.of("displayName", "Theirs"));
    browser.signInAtMicrosoft("new@contoso.com");

    assertThat(register("Mine", Map.of()).body()).contains("Found a new");
    assertThat(register("Mine", Map.of("founds", "yes")).body())
        .contains("Found a new", "Take this printer over");
    assertThat(register("Mine", Map.of("founds", "yes", "transfers", "yes")).body())
        .contains("registered as “Mine”");
  }

  @Test
  void usersAreInvitedAndActive() {
    browser.signInAtMicrosoft("admin@contoso.com");

    String added = add("user", " Mary <mary@contoso.com>; ").body();

    assertThat(added).contains("mary@contoso.com is added.");
    assertThat(row(added, "mary@contoso.com")).contains("Invited");
    assertThat(row(added, "john@contoso.com")).contains("Active");
    assertThat(add("user", "mary@contoso.com").body()).contains("was on all lists already");
    assertThat(add("administrator", "deputy@contoso.com").body())
        .contains("deputy@contoso.com is invited.");
  }

  @Test
  void aRejectedAddressHasASentenceAndStaysInItsField() {
    browser.signInAtMicrosoft("admin@contoso.com");

    assertThat(add("user", "no address").body())
        .contains("This is not an e-mail address.", "value=\"no address\"");
    assertThat(add("user", "boss@gmail.com").body())
        .contains("This person belongs to another site.", "value=\"boss@gmail.com\"");
  }

  @Test
  void usersAreRemovedFromTheTickedLists() {
    browser.signInAtMicrosoft("admin@contoso.com");
    String id = idOf(browser.get("/cloud/members").body(), "jane@contoso.com");

    assertThat(remove(Map.of("id", id, "email", "jane@contoso.com")).body())
        .contains("Tick the lists");
    String page =
        remove(Map.of("id", id, "email", "jane@contoso.com", "list", "remote-match")).body();

    assertThat(page).contains("jane@contoso.com is removed from the ticked lists.");
    assertThat(row(page, "jane@contoso.com")).doesNotContain("Remote Match").contains("Dashboard");
  }

  @Test
  void aMemberThatHasChangedIsNotRemoved() {
    browser.signInAtMicrosoft("admin@contoso.com");
    String before = browser.get("/cloud/members").body();
    String row = row(before, "jane@contoso.com");
    String id = idOf(before, "jane@contoso.com");
    remove(Map.of("id", id, "email", "jane@contoso.com", "list", "remote-match"));

    String etag = between(row, "name=\"etag\" value=\"", "\"").replace("&#34;", "\"");
    String page =
        remove(
                Map.of(
                    "id", id, "email", "jane@contoso.com", "etag", etag, "list", "remote-control"))
            .body();

    assertThat(page).contains("This member was changed in the meantime.");
  }

  @Test
  void theLastAdministratorStays() {
    browser.signInAtMicrosoft("admin@contoso.com");
    String page = browser.get("/cloud/members").body();
    String administrators = page.substring(page.indexOf("id=\"administrators\""));

    String after =
        remove(
                Map.of(
                    "kind",
                    "administrator",
                    "id",
                    idOf(administrators, "admin@contoso.com"),
                    "email",
                    "admin@contoso.com"))
            .body();

    assertThat(after).contains("The last administrator cannot be removed.");
  }

  @Test
  void readinessNamesWhatIsMissing() {
    browser.signInAtMicrosoft("admin@contoso.com");
    assertThat(browser.get("/cloud/readiness").body()).contains("is not registered at your site");
    register("Press 1", Map.of());
    world.fake().sendData(DemoWorld.SERIAL_NUMBER);

    String page = browser.get("/cloud/readiness").body();

    assertThat(page)
        .contains("Press 1", "PRISMAsync Remote Match", "Missing", "No: enable it on this printer.")
        .contains("Last data sent", "UTC")
        .doesNotContain("Not yet.");
  }

  @Test
  void theConnectionTestNeedsNoSignInAndShowsTheReport() {
    String page = browser.submit("/cloud/network", "/cloud/network/test", Map.of()).body();

    assertThat(page).contains("<pre>Diagnosis of http://", "The connection works.");
  }

  @Test
  void aUserWhoIsNotAnAdministratorReadsWhy() {
    browser.signInAtMicrosoft("jane@contoso.com");

    HttpResponse<String> page = browser.get("/cloud/members");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Only an administrator can do this.", "To the overview");
  }

  @Test
  void logOutSaysThatTheAccountCanStaySignedIn() {
    browser.signInAtMicrosoft("admin@contoso.com");

    String page = browser.submit("/cloud", "/cloud/log-out", Map.of()).body();

    assertThat(page)
        .contains("can still be signed in in this browser") // D31
        .contains("Sign in with Microsoft");
    world.fake().log().expect("signOut").applied().once();
    assertThat(browser.get("/cloud/members").body()).contains("Sign in first.");
  }

  @Test
  void aChangeWhoseResponseWasLostIsSettledOnRequest() {
    browser.signInAtMicrosoft("admin@contoso.com");
    world.fake().faults().on("addUser").times(3).dropAfterApplying();

    String page = add("user", "mary@contoso.com").body();

    assertThat(page)
        .contains("It is not known whether the change was made.", "action=\"/cloud/settle\"");
    assertThat(browser.submit("/cloud", "/cloud/settle", Map.of()).body())
        .contains("The change was made.")
        .doesNotContain("/cloud/settle");
    world.fake().log().expect("addUser").applied().once();
  }

  @Test
  void anotherAccountDoesNotSettleWhatWasLeftOpen() {
    browser.signInAtMicrosoft("admin@contoso.com");
    world.fake().faults().on("addUser").times(3).dropAfterApplying();
    add("user", "mary@contoso.com");

    assertThat(browser.signInAtGoogle("boss@gmail.com").body()).doesNotContain("/cloud/settle");
  }

  private HttpResponse<String> register(String name, Map<String, String> agreed) {
    Map<String, String> fields = new HashMap<>(agreed);
    fields.put("displayName", name);
    return browser.submit("/cloud/printer", "/cloud/printer", fields);
  }

  private HttpResponse<String> add(String kind, String email) {
    return browser.submit(
        "/cloud/members", "/cloud/members/add", Map.of("kind", kind, "email", email));
  }

  private HttpResponse<String> remove(Map<String, String> fields) {
    return browser.submit("/cloud/members", "/cloud/members/remove", fields);
  }

  private static String row(String page, String email) {
    int at = page.indexOf("<span class=\"address\">" + email);
    assertThat(at).as(email).isPositive();
    return page.substring(page.lastIndexOf("<form", at), page.indexOf("</form>", at));
  }

  private static String idOf(String page, String email) {
    return between(row(page, email), "name=\"id\" value=\"", "\"");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
