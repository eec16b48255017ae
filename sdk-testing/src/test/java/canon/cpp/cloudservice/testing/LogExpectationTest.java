package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.errors.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogExpectationTest {
  private static final FakeAccount ADMIN = FakeAccount.of("admin@contoso.com");
  private static final String JOHN = "{'email':'john@contoso.com'}";

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  private final RequestLog log = fake.log();
  private final Wire admin = Wire.as(fake, ADMIN);

  @BeforeEach
  void play() {
    fake.faults().on("addUser").times(1).respond(503);
    admin.key("a").post("/v1/users", JOHN);
    admin.key("a").post("/v1/users", JOHN);
    admin.key("a").post("/v1/users", JOHN);
    Wire.as(fake, "john@contoso.com").get("/v1/site");
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void metExpectationsPass() {
    assertThatCode(
            () -> {
              log.expect("addUser").times(3);
              log.expect("addUser").by(ADMIN).withStatus(503).once();
              log.expect("addUser").applied().once();
              log.expect("addUser").replayed().once();
              log.expect("getSite").rejectedWith(ProblemCode.ADMINISTRATOR_REQUIRED).once();
              log.expect("getSite").by(ADMIN).never();
              log.expectAny().dropped().never();
              log.expectAny().atLeastOnce();
              log.expectInOrder("addUser", "addUser", "addUser", "getSite");
              log.appliedOnce();
              log.allModelled();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anAccountIsRecognisedByAnySpellingOfItsAddress() {
    Wire.anonymous(fake).get("/v1/site");

    log.expect("addUser").by(FakeAccount.of("Admin@Contoso.com")).times(3);
    log.expect("addUser").by(ADMIN.withEmail("new@contoso.com")).times(3);
    log.expect("addUser").by(ADMIN.emailNotVerified()).times(3);
    log.expectAny().by(ADMIN.withSubject("else")).never();
    log.expectAny().by(FakeAccount.google("admin@contoso.com")).never();
  }

  @Test
  void aFailureShowsTheExpectationAndTheLogWithMarks() {
    assertThatThrownBy(() -> log.expect("addUser").by(ADMIN).withStatus(200).never())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Expected never: addUser, by microsoft:admin@contoso.com, status 200, but the number is"
                    + " 2.",
                "The log:",
                "  #1 2030-01-01T00:00:00Z addUser POST /v1/users, by microsoft:admin@contoso.com,"
                    + " key a: 503",
                "> #2 2030-01-01T00:00:00Z addUser POST /v1/users, by microsoft:admin@contoso.com,"
                    + " key a, attempt 2: 200 applied",
                "> #3 2030-01-01T00:00:00Z addUser POST /v1/users, by microsoft:admin@contoso.com,"
                    + " key a, attempt 3: 200 replayed",
                "  #4 2030-01-01T00:00:00Z getSite GET /v1/site, by microsoft:john@contoso.com: 403"
                    + " administrator-required"));
  }

  @Test
  void anUnmetExpectationFails() {
    assertFails(() -> log.expect("addUser").once());
    assertFails(() -> log.expect("addUser").times(2));
    assertFails(() -> log.expect("removeUser").atLeastOnce());
    assertFails(() -> log.expectInOrder("addUser", "getSite"));
  }

  @Test
  void anEmptyLogIsReportedAsEmpty() {
    log.clear();

    assertThatThrownBy(() -> log.expect("addUser").once()).hasMessageContaining("log is empty");
  }

  @Test
  void anUnknownOperationIsRejected() {
    assertThatThrownBy(() -> log.expect("adUser"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("addUser");
    assertThatThrownBy(() -> log.expectInOrder("adUser"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangeAppliedTwiceUnderAnotherKeyIsDetected() {
    admin.key("b").post("/v1/users", JOHN);

    assertThatThrownBy(log::appliedOnce)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[addUser]")
        .hasMessageContaining("> #2 ")
        .hasMessageContaining("  #3 ")
        .hasMessageContaining("> #5 ");
  }

  @Test
  void changesOfOtherAccountsOrUsersAreDistinguished() {
    FakeAccount boss = FakeAccount.of("boss@contoso.com");
    admin.post("/v1/administrators", "{'email':'boss@contoso.com'}");
    admin.post("/v1/users", "{'email':'jane@contoso.com'}");
    Wire.as(fake, boss).post("/v1/session");
    Wire.as(fake, boss).post("/v1/session");
    Wire.as(fake, boss).post("/v1/users", JOHN);

    log.appliedOnce();

    Wire again = Wire.as(fake, boss);
    again.post("/v1/session");
    again.post("/v1/session");
    assertFails(log::appliedOnce);
  }

  @Test
  void requestsThatAreNotModelledAreDetected() {
    admin.get("/v1/faxes");

    assertThatThrownBy(log::allModelled)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("> #5 2030-01-01T00:00:00Z (not modelled) GET /v1/faxes");
    assertThatThrownBy(() -> log.expectInOrder("addUser")).hasMessageContaining("(not modelled)");
  }

  @Test
  void secretsAreMaskedEverywhere() {
    String token = fake.tokenFor(ADMIN).value();
    String proof = "fake-proof-0123456789abcdef01234567";
    admin.key("Bearer%20" + token).get("/v1/users/" + token);
    admin.key(proof).get("/v1/users/eyJhbGciOi.eyJzdWIi.c2ln");

    assertThat(log.toString())
        .doesNotContain(token)
        .doesNotContain(proof)
        .doesNotContain("eyJ")
        .contains("GET /v1/users/(masked)");
    assertThatThrownBy(() -> log.expect("getUser").never())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(token, proof, "eyJ"));
  }

  private static void assertFails(Runnable expectation) {
    assertThatThrownBy(expectation::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The log:");
  }
}
