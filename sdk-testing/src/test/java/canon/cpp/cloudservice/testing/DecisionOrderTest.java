package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rejection takes precedence when several apply. */
class DecisionOrderTest {
  private final FakeCloudService fake =
      FakeCloudService.builder()
          .site(
              site ->
                  site.administrator("admin@contoso.com")
                      .invitedAdministrator("new@contoso.com")
                      .user("john@contoso.com")
                      .printer("varioPRINT 140", "VP-1", "Press 1"))
          .site(site -> site.administrator("boss@fabrikam.com"))
          .build();

  @AfterEach
  void close() {
    fake.close();
  }

  private static String register(String serial, String proof, String more) {
    return "{'series':'varioPRINT 140','serialNumber':'"
        + serial
        + "','printerProof':'"
        + proof
        + "','displayName':'P'"
        + more
        + "}";
  }

  private String proof(String serial) {
    return fake.printer("varioPRINT 140", serial).proof();
  }

  @Test
  void theRouteIsCheckedBeforeTheToken() {
    assertThat(Wire.anonymous(fake).get("/v1/nothing").status()).isEqualTo(501);
  }

  @Test
  void theTokenIsCheckedBeforeEverythingElse() {
    Wire admin = Wire.as(fake, "admin@contoso.com");
    admin.key("k").post("/v1/users", "{'email':'jane@contoso.com'}");
    fake.clock().advance(Duration.ofHours(1));

    assertThat(admin.key("k").post("/v1/users", "{").problem()).isEqualTo("401 token-expired");
  }

  @Test
  void anEndedSessionStaysEndedWhenTheTokenExpires() {
    Wire admin = Wire.as(fake, "admin@contoso.com");
    admin.delete("/v1/session");
    fake.clock().advance(Duration.ofHours(2));

    assertThat(admin.get("/v1/site").problem()).isEqualTo("401 session-ended");
    assertThat(admin.delete("/v1/session").status()).isEqualTo(200);
  }

  @Test
  void permissionIsCheckedBeforeValidity() {
    assertThat(Wire.as(fake, "john@contoso.com").post("/v1/users", "{").problem())
        .isEqualTo("403 administrator-required");
    assertThat(Wire.as(fake, "new@contoso.com").get("/v1/users?pageSize=0").problem())
        .isEqualTo("403 sign-in-required");
    assertThat(Wire.as(fake, "nobody@x.com").post("/v1/printers", "{'foundSite':'yes'}").problem())
        .isEqualTo("403 account-not-registered");
  }

  @Test
  void validityIsCheckedBeforeExistence() {
    assertThat(Wire.as(fake, "admin@contoso.com").post("/v1/users/usr_9/removals", "{}").problem())
        .isEqualTo("400 validation-failed");
    assertThat(Wire.as(fake, "nobody@x.com").post("/v1/printers", "{'foundSite':true}").problem())
        .isEqualTo("400 validation-failed");
  }

  @Test
  void aFounderNeedsAVerifiedAddress() {
    String wish = register("VP-2", "no proof", ",'foundSite':true");

    assertThat(
            Wire.as(fake, FakeAccount.of("x@y.com").emailNotVerified())
                .post("/v1/printers", wish)
                .problem())
        .isEqualTo("403 email-not-verified");
    assertThat(
            Wire.as(fake, FakeAccount.applicationPrincipal("job"))
                .post("/v1/printers", wish)
                .problem())
        .isEqualTo("403 account-not-registered");
  }

  @Test
  void accountProofSeriesAndSiteAreCheckedInThisOrder() {
    Wire boss = Wire.as(fake, "boss@fabrikam.com");
    String otherSeries = fake.printer("imagePRESS", "VP-1").proof();

    assertThat(
            boss.post("/v1/printers", register("VP-1", "no proof", ",'foundSite':true")).problem())
        .isEqualTo("409 account-registered-elsewhere");
    assertThat(boss.post("/v1/printers", register("VP-1", "no proof", "")).problem())
        .isEqualTo("403 printer-not-proven");
    assertThat(
            boss.post(
                    "/v1/printers",
                    register("VP-1", otherSeries, "").replace("varioPRINT 140", "imagePRESS"))
                .fieldErrors())
        .containsExactly("series: mismatch");
    assertThat(boss.post("/v1/printers", register("VP-1", proof("VP-1"), "")).problem())
        .isEqualTo("409 printer-registered-elsewhere");
  }

  @Test
  void aSiteIsNotFoundedWithAPrinterThatIsRejected() {
    Wire founder = Wire.as(fake, "founder@northwind.com");
    String wish = register("VP-1", proof("VP-1"), ",'foundSite':true");

    assertThat(founder.post("/v1/printers", wish).problem())
        .isEqualTo("409 printer-registered-elsewhere");
    assertThat(founder.get("/v1/site").problem()).isEqualTo("403 account-not-registered");
  }
}
