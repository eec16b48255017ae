package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.errors.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The requests to which a fault applies, and whether it has applied. */
class FaultConditionsTest {
  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build();
  private final Wire admin = Wire.as(fake, "admin@contoso.com");

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void theFirstRequestsCanBeSkipped() {
    fake.faults().on("getSite").skip(2).times(1).respond(503);

    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
    assertThat(admin.get("/v1/site").status()).isEqualTo(503);
    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
  }

  @Test
  void anAccountIsRecognisedByAnySpellingOfItsAddress() {
    FakeAccount account = FakeAccount.of("admin@contoso.com");
    fake.faults().on("getSite").by(FakeAccount.of("Admin@Contoso.com")).times(1).respond(503);
    fake.faults().on("getSite").by(account.withEmail("new@contoso.com")).times(1).respond(502);
    fake.faults().on("getSite").by(account.emailNotVerified()).times(1).respond(504);
    fake.faults().on("getSite").by(account.withSubject("else")).respond(500);
    fake.faults().on("getSite").by(FakeAccount.google("admin@contoso.com")).respond(500);

    assertThat(Wire.anonymous(fake).get("/v1/site").status()).isEqualTo(401);
    assertThat(admin.get("/v1/site").status()).isEqualTo(503);
    assertThat(admin.get("/v1/site").status()).isEqualTo(502);
    assertThat(admin.get("/v1/site").status()).isEqualTo(504);
    assertThat(admin.get("/v1/site").status()).isEqualTo(200);
  }

  @Test
  void aConditionSeesEveryPartOfTheRequest() {
    fake.faults()
        .on("listUsers")
        .when(request -> "pageSize=5".equals(request.query()))
        .when(request -> request.account() != null)
        .respond(503);
    fake.faults().on("addUser").when(request -> request.attempt() == 2).respond(500);

    assertThat(admin.get("/v1/users?pageSize=4").status()).isEqualTo(200);
    assertThat(admin.get("/v1/users?pageSize=5").status()).isEqualTo(503);
    assertThat(Wire.anonymous(fake).get("/v1/users?pageSize=5").status()).isEqualTo(401);
    assertThat(admin.key("k").post("/v1/users", "{'email':'j@contoso.com'}").status())
        .isEqualTo(200);
    assertThat(admin.key("k").post("/v1/users", "{'email':'j@contoso.com'}").status())
        .isEqualTo(500);
  }

  private int attemptUnderOneKey() {
    Wire now = Wire.as(fake, "admin@contoso.com");
    assertThat(now.key("k1").post("/v1/users", "{'email':'j@contoso.com'}").status())
        .isEqualTo(200);
    List<LoggedRequest> sent = fake.log().of("addUser");
    return sent.get(sent.size() - 1).attempt();
  }

  @Test
  void restoringAStateResetsTheAttemptCounter() {
    FakeState empty = fake.snapshot();
    assertThat(attemptUnderOneKey()).isEqualTo(1);
    assertThat(attemptUnderOneKey()).isEqualTo(2);

    fake.resetToSeed();
    assertThat(attemptUnderOneKey()).isEqualTo(1);

    fake.restore(empty);
    assertThat(attemptUnderOneKey()).isEqualTo(1);
  }

  @Test
  void faultsOfOneOperationApplyInOrder() {
    fake.faults().on("getSite").times(1).respond(500);
    fake.faults().on("getSite").times(1).tokenExpired().passThrough();
    fake.faults().onEveryOperation().respond(503, ProblemCode.RATE_LIMITED);

    assertThat(admin.get("/v1/site").status()).isEqualTo(500);
    assertThat(admin.get("/v1/site").problem()).isEqualTo("401 token-expired");
    assertThat(admin.get("/v1/site").problem()).isEqualTo("503 rate-limited");
  }

  @Test
  void aFaultThatNeverAppliedIsReported() {
    fake.faults().on("getSite").times(2).respond(503);
    fake.faults().on("addUser").by(FakeAccount.of("admin@contoso.com")).skip(1).hold();
    fake.faults()
        .onEveryOperation()
        .when(request -> false)
        .times(3)
        .delayed(Duration.ofSeconds(2))
        .respond(409, ProblemCode.LAST_ADMINISTRATOR);
    admin.get("/v1/site");

    assertThatThrownBy(() -> fake.faults().verifyAllUsed())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "These faults never applied:",
                "  on addUser, by microsoft:admin@contoso.com, after 1: hold",
                "  on every operation, when a condition holds, times 3: delayed by PT2S, respond 409"
                    + " last-administrator"));
    assertThat(fake.faults().toString())
        .startsWith("on getSite, times 2: respond 503 (happened 1x)" + System.lineSeparator());
  }

  @Test
  void aFaultWithoutAnEffectIsReported() {
    Fault unfinished = fake.faults().on("getSite").times(1);
    admin.get("/v1/site");

    assertThatThrownBy(() -> fake.faults().verifyAllUsed())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "These faults have no ending, so they never apply:",
                "  on getSite, times 1:"));

    unfinished.respond(503);
    admin.get("/v1/site");

    fake.faults().verifyAllUsed();
  }

  @Test
  void faultsThatAllAppliedAreVerified() {
    fake.faults().verifyAllUsed();
    fake.faults().on("getSite").respond(503);
    admin.get("/v1/site");

    fake.faults().verifyAllUsed();
  }

  @Test
  void anInvalidConditionIsRejectedAtOnce() {
    Fault fault = fake.faults().on("addUser");

    assertThatThrownBy(() -> fault.skip(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.delayed(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.slowBody(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.retryAfter(Duration.ofSeconds(Long.MAX_VALUE, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.retryAt(Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.retryAt(Instant.parse("-0001-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.retryAfter(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.respond(200, ProblemCode.NOT_FOUND))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
