package canon.cpp.cloudservice.testing.internal.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at the fake's port, without a browser's script. */
class ConsoleTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>\"'&";

  private final Steered fake = new Steered();
  private final Browser browser = new Browser(fake.server().address());

  @AfterEach
  void close() {
    browser.close();
    fake.close();
  }

  @Test
  void withoutSignInThePageOffersAdministratorsAndShowsNoUsers() {
    String page = browser.page();

    assertThat(page)
        .contains("Administrators of site sit_000001", "admin@contoso.com", "deputy@contoso.com")
        .doesNotContain("John.Doe@gmail.com", "VP-1001", "Log out");
  }

  @Test
  void anAdministratorSeesWhatThePortalShows() {
    assertThat(browser.submit("sign-in", "email", "admin@contoso.com"))
        .contains("Signed in as admin@contoso.com")
        .contains("Add a new cloud service user", ">Add<", ">Remove ", ">Log out<")
        .contains("PRISMAlytics Dashboard", "PRISMAsync Remote Match", "PRISMAsync Remote Control")
        .contains("John.Doe@gmail.com", "Invited", "operator@contoso.com", "Active")
        .contains("Press 1", "VP-1001", "1 Jan 2030, 00:00:00 UTC", "No data yet")
        .contains("Available", "Missing");
  }

  @Test
  void anInvitedAdministratorBecomesActiveBySigningIn() {
    assertThat(browser.submit("sign-in", "email", "deputy@contoso.com"))
        .contains("administrator of site sit_000001");
  }

  @Test
  void aUserWithoutTheRoleSeesAHintAndAnUnknownAccountIsRejected() {
    assertThat(browser.submit("sign-in", "email", "operator@contoso.com"))
        .contains("Only an active administrator sees users and printers")
        .doesNotContain("VP-1001");
    assertThat(browser.submit("log-out")).contains("can stay signed in");
    assertThat(browser.submit("sign-in", "email", "stranger@contoso.com"))
        .contains("The account is not registered", "Ask an administrator to add the address");
    assertThat(browser.submit("sign-in", "email", MARKUP)).contains("This is not an address");
  }

  @Test
  void usersAreAddedAndRemovedListByList() {
    browser.submit("sign-in", "email", "admin@contoso.com");

    String added = browser.submit("add-user", "email", "jane@contoso.com");
    assertThat(added)
        .contains(
            "jane@contoso.com: added to PRISMAlytics Dashboard, added to PRISMAsync Remote Match,"
                + " added to PRISMAsync Remote Control.");
    String user = Browser.idIn(added, "<bdi>jane@contoso.com</bdi></span>", "user");
    assertThat(browser.submit("remove-user", "user", user, "application", "remote-control"))
        .contains("jane@contoso.com: removed from PRISMAsync Remote Control.");
    assertThat(browser.submit("add-user", "email", "nobody")).contains("The request is not valid");
    assertThat(browser.submit("remove-user", "user", "../site", "application", "remote-match"))
        .contains("Not found");
  }

  @Test
  void theLastAdministratorIsNotRemovedAndThePageGivesAdvice() {
    String page = browser.submit("sign-in", "email", "admin@contoso.com");
    String id = Browser.idIn(page, "id=\"administrators\"", "administrator");

    assertThat(browser.submit("remove-administrator", "administrator", id))
        .contains("role=\"alert\"", "The last administrator cannot be removed")
        .contains(
            "Add another administrator, wait until that administrator has signed in, then try again.");
    assertThat(browser.submit("add-administrator", "email", "third@contoso.com"))
        .contains("third@contoso.com is invited, and becomes active by signing in.");
  }

  @Test
  void aPrinterIsRemoved() {
    String page = browser.submit("sign-in", "email", "admin@contoso.com");
    String id = Browser.idIn(page, "<bdi>Press 1</bdi>", "printer");

    assertThat(browser.submit("remove-printer", "printer", id))
        .contains("Press 1 is not registered any more.")
        .doesNotContain("VP-1001");
  }

  @Test
  void whatLooksLikeMarkupStaysText() {
    String state =
        """
        {"version": 1, "sites": [{
          "members": [
            {"email": "admin@contoso.com", "administrator": {"firstSignInAt": "2030-01-01T00:00:00Z"}},
            {"email": "o'neil&co@contoso.com", "lists": {"remote-match": "active"}}],
          "printers": [{"series": "</dd><script>", "serialNumber": "1", "displayName": "%s"}]}]}
        """
            .formatted(MARKUP.replace("\"", "\\\""));
    assertThat(fake.steerExactly("PUT", "/state", state).status()).isEqualTo(200);
    fake.ask("GET", "/v1/users/%3Cscript%3E", null);

    assertThat(browser.submit("sign-in", "email", "admin@contoso.com"))
        .contains("<bdi>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;</bdi>")
        .contains("<bdi>&lt;/dd&gt;&lt;script&gt;</bdi>")
        .contains("<bdi>o&#39;neil&amp;co@contoso.com</bdi>")
        .doesNotContain("<img", "<script>");
    assertThat(browser.submit("sign-in", "email", MARKUP)).doesNotContain("<img");
  }

  @Test
  void anExpiredTokenIsReplacedSilently() {
    browser.submit("sign-in", "email", "admin@contoso.com");
    browser.submit("advance", "count", "2", "unit", "PT1H");

    assertThat(browser.page()).contains("1 Jan 2030, 02:00:00 UTC");
    assertThat(browser.submit("add-user", "email", "jane@contoso.com")).contains("added to");
    browser.submit("reset");
    assertThat(browser.submit("add-user", "email", "jane@contoso.com")).contains("added to");
  }

  @Test
  void thePageWorksWithTheStateOfAnotherFake() {
    browser.submit("sign-in", "email", "admin@contoso.com");
    browser.submit("add-user", "email", "jane@contoso.com");
    String state = fake.steer("GET", "/state", null).text();
    try (Steered another = new Steered();
        Browser there = new Browser(another.server().address())) {
      assertThat(another.steerExactly("PUT", "/state", state).status()).isEqualTo(200);
      there.submit("sign-in", "email", "admin@contoso.com");

      assertThat(there.submit("add-user", "email", "jim@contoso.com"))
          .contains("jim@contoso.com: added to");
    }
  }

  @Test
  void faultsAreAddedShownAndRemoved() {
    browser.submit("sign-in", "email", "admin@contoso.com");
    String shown = browser.submit("add-fault", "on", "addUser", "kind", "DROP_AFTER", "times", "1");
    assertThat(shown).contains("on addUser, times 1: drop after applying, happened 0x");

    assertThat(browser.submit("add-user", "email", "jane@contoso.com"))
        .contains(
            "No response",
            "Look at the lists to see whether the change was applied",
            "jane@contoso.com");
    browser.submit("add-fault", "on", "addUser", "kind", "UNAVAILABLE", "times", "1");
    assertThat(browser.submit("add-user", "email", "jim@contoso.com"))
        .contains("A fault that was requested by the test");
    browser.submit("add-fault", "on", "", "kind", "PROXY_PAGE", "times", "1");
    assertThat(browser.submit("add-user", "email", "jim@contoso.com"))
        .contains("The response cannot be read");

    assertThat(browser.submit("remove-fault", "fault", "flt_1"))
        .doesNotContain("drop after applying");
    assertThat(browser.submit("clear-faults")).contains("There are no faults.");
    assertThat(browser.submit("add-fault", "kind", "NONE", "times", "x"))
        .contains("This is not possible");
  }

  @Test
  void everyOfferedKindOfFaultCanBeAdded() {
    String page = browser.page();
    for (String kind :
        new String[] {
          "UNAVAILABLE",
          "RATE_LIMITED",
          "DROP_BEFORE",
          "DROP_AFTER",
          "HOLD",
          "EXPIRED",
          "PROXY_PAGE"
        }) {
      assertThat(page).contains("<option value=\"" + kind + "\">");
      assertThat(browser.submit("add-fault", "on", "getSite", "kind", kind, "times", "3"))
          .contains("Done.");
    }
  }

  @Test
  void aRejectedFormKeepsWhatWasEntered() {
    browser.submit("sign-in", "email", "admin@contoso.com");

    assertThat(browser.submit("add-user", "email", "not an address\"<"))
        .contains("name=\"email\" value=\"not an address&quot;&lt;\"");
    assertThat(browser.submit("add-user", "email", "jane@contoso.com"))
        .doesNotContain("value=\"jane@contoso.com\" autocomplete");
    assertThat(browser.submit("add-fault", "on", "addUser", "kind", "HOLD", "times", "x"))
        .contains("<option value=\"HOLD\" selected>", "<option value=\"addUser\" selected>")
        .contains("name=\"times\" min=\"1\" max=\"9999\" value=\"x\"");
    assertThat(
            browser.submit(
                "register-printer", "displayName", "New press", "series", "", "serialNumber", "1"))
        .contains("role=\"alert\"", "name=\"displayName\" value=\"New press\"");
    browser.submit("log-out");
    assertThat(browser.submit("sign-in", "email", "nobody")).contains("value=\"nobody\"");
  }

  @Test
  void usersAreSearchedAndShownPageByPage() {
    browser.submit("sign-in", "email", "admin@contoso.com");
    StringBuilder members = new StringBuilder();
    for (int i = 100; i < 220; i++) {
      members.append(",{'email':'u%d@contoso.com','lists':{'remote-match':'active'}}".formatted(i));
    }
    String state =
        "{'version':1,'sites':[{'members':[{'email':'admin@contoso.com','administrator':"
            + "{'firstSignInAt':'2030-01-01T00:00:00Z'}}"
            + members
            + "]}]}";
    assertThat(fake.steer("PUT", "/state", state).status()).isEqualTo(200);
    browser.submit("sign-in", "email", "admin@contoso.com");

    assertThat(browser.page())
        .contains("u100@", "u149@", "Page 1 of 3, 120 entries.", "/?remote-match=2#users")
        .doesNotContain("u150@", "Previous page");
    assertThat(Browser.text(browser.get("/?remote-match=3")))
        .contains("u219@", "Page 3 of 3", "/?remote-match=2#users")
        .doesNotContain("u199@", "Next page");
    assertThat(Browser.text(browser.get("/?search=U21&remote-match=7")))
        .contains("u210@", "u219@", "value=\"U21\"", "No entries match the search.")
        .doesNotContain("u209@", "Page 1");
    assertThat(Browser.text(browser.get("/?search=%ff&x=1&remote-match=-1"))).contains("u100@");
    assertThat(browser.submitFrom("?search=u21&remote-match=2", "add-user", "email", "x@y.example"))
        .startsWith("/?search=u21&remote-match=2\n")
        .contains("x@y.example: added to");
  }

  @Test
  void anInvitedRemoteControlUserIsActivated() {
    browser.submit("sign-in", "email", "admin@contoso.com");
    String added = browser.submit("add-user", "email", "jane@contoso.com");
    assertThat(Browser.idIn(added, "activate-user", "email")).isNotEmpty();

    assertThat(browser.submit("activate-user", "email", "jane@contoso.com"))
        .contains("jane@contoso.com is active in Remote Control.");
    assertThat(fake.steer("GET", "/state", null).text().replaceAll("\\s", ""))
        .containsPattern("jane@contoso\\.com.*?\"remote-control\":\"active\"");
    assertThat(browser.submit("activate-user", "email", "stranger@contoso.com"))
        .contains("role=\"alert\"");
  }

  @Test
  void aPrinterIsRegistered() {
    browser.submit("sign-in", "email", "admin@contoso.com");

    assertThat(
            browser.submit(
                "register-printer",
                "displayName",
                "New press",
                "series",
                "varioPRINT 140",
                "serialNumber",
                "VP-7"))
        .contains("New press is registered.", "<bdi>VP-7</bdi>");
  }

  @Test
  void aHeldRequestIsReleasedAndAUsedUpFaultIsMarked() {
    String waiting = browser.submit("add-fault", "on", "getSite", "kind", "HOLD", "times", "1");
    assertThat(waiting).doesNotContain("release-fault", "Used up");
    var held = fake.askAsync("GET", "/v1/site", null, "key");
    fake.awaitHeld();

    assertThat(browser.page()).contains("release-fault", "Used up");
    browser.submit("release-fault", "fault", "flt_1");
    assertThat(held.join().status()).isEqualTo(200);
  }

  @Test
  void theLogShowsThePathAndTheRejectedFields() {
    fake.ask("POST", "/v1/users", "{'email':'nobody'}");
    fake.ask("GET", "/v1/users/jane%40contoso.com", null);

    assertThat(browser.page())
        .contains("<bdi>/v1/users/jane%40contoso.com</bdi>", "validation-failed email: malformed");
    assertThat(fake.steer("GET", "/log", null).json().at("/requests/0/invalidFields/0").asText())
        .isEqualTo("email: malformed");
  }

  @Test
  void theStateIsResetOnlyAfterAQuestion() {
    assertThat(browser.page())
        .containsPattern("<details><summary>Reset to the seed</summary><p>.*?now\\?</p><form");
  }

  @Test
  void theLogShowsRequestsToTheServiceButNotThePage() {
    browser.page();
    assertThat(fake.steer("GET", "/log", null).json().path("requests")).isEmpty();
    fake.ask("GET", "/v1/site", null);

    assertThat(browser.page()).contains("<bdi>getSite</bdi>");
    assertThat(browser.submit("clear-log")).doesNotContain("<bdi>getSite</bdi>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1"})
  void formsOfOtherOriginsAreRejected(String origin) {
    assertThat(browser.post("reset", origin).status()).isEqualTo(403);
    assertThat(browser.post("reset", null).status()).isEqualTo(403);
  }

  @Test
  void headersForbidForeignContentAndFrames() {
    HttpResponse page = browser.get("/");
    HttpResponse signedIn =
        browser.post("sign-in", fake.server().address().toString(), "email", "admin@contoso.com");

    assertThat(page.headers().first("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().first("X-Content-Type-Options")).contains("nosniff");
    assertThat(signedIn.headers().first("Location")).contains("/#account");
    assertThat(signedIn.headers().first("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(Browser.text(page)).doesNotContain("style=").containsOnlyOnce("<script");
  }

  @Test
  void unknownPathsAndActionsAreRejected() {
    assertThat(browser.get("/_fake/console/../x").status()).isEqualTo(404);
    assertThat(browser.get("/_fake/console/Console.class").status()).isEqualTo(404);
    assertThat(browser.get("/_fake/console/console.css").status()).isEqualTo(200);
    assertThat(browser.get("/favicon.ico").status()).isEqualTo(404);
    String own = fake.server().address().toString();
    assertThat(browser.post("explode", own).status()).isEqualTo(404);
    assertThat(browser.post("add-user", own, "email", "x".repeat(20_000)).status()).isEqualTo(413);
  }
}
