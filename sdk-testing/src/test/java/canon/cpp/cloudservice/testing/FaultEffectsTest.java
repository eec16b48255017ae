package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The effect of each fault, through both endpoints. */
class FaultEffectsTest {
  private static final String ADMIN = "admin@contoso.com";

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();

  @AfterEach
  void close() {
    fake.close();
  }

  private FakeEndpoint endpoint(String name) {
    return name.equals("http") ? fake.http().withFakeDelays() : fake.inProcess();
  }

  private CloudServiceClient admin(String endpoint) {
    return endpoint(endpoint).client(ADMIN);
  }

  @BothEndpoints
  void aTokenThatExpiresNowIsRefreshedByTheClient(String endpoint) {
    fake.faults().on("getSite").times(1).tokenExpired().passThrough();

    admin(endpoint).site().get().execute();

    assertThat(fake.log().of("getSite"))
        .extracting(LoggedRequest::code)
        .containsExactly("token-expired", null);
  }

  @BothEndpoints
  void aTokenThatIsRevokedNowIsRefreshedByTheClient(String endpoint) {
    fake.faults().on("getSite").times(1).tokenRevoked().passThrough();

    admin(endpoint).site().get().execute();

    assertThat(fake.log().of("getSite"))
        .extracting(LoggedRequest::code)
        .containsExactly("unauthenticated", null);
  }

  @BothEndpoints
  void aDelayAdvancesTheClock(String endpoint) {
    fake.faults().on("getSite").delayed(Duration.ofSeconds(7)).passThrough();

    admin(endpoint).site().get().execute();

    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START.plusSeconds(7));
  }

  @Test
  void aCallTimesOutButTheDelayedRequestIsApplied() {
    fake.faults().on("addUser").delayed(Duration.ofMinutes(1)).passThrough();
    CloudServiceClient admin = fake.client(ADMIN);

    assertThatThrownBy(() -> admin.users().add("john@contoso.com").execute())
        .isInstanceOf(DeadlineException.class);

    assertThat(fake.client(ADMIN).users().find("john@contoso.com").execute()).isPresent();
  }

  @BothEndpoints
  void aMalformedBodyIsReported(String endpoint) {
    fake.faults().on("getSite").malformedBody().passThrough();

    assertThatThrownBy(() -> admin(endpoint).site().get().execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @BothEndpoints
  void anotherContentTypeIsReported(String endpoint) {
    fake.faults().on("getSite").malformedBody().withContentType("text/html").passThrough();

    Wire.Answer answer = Wire.through(endpoint(endpoint), ADMIN).get("/v1/site");

    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThatThrownBy(() -> admin(endpoint).site().get().execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @BothEndpoints
  void aTruncatedBodyIsALostConnection(String endpoint) {
    fake.faults().on("addUser").times(1).truncatedBody().passThrough();
    Wire wire = Wire.through(endpoint(endpoint), ADMIN).key("k");

    Throwable thrown = catchThrowable(() -> wire.post("/v1/users", "{'email':'j@contoso.com'}"));

    assertThat(thrown).isInstanceOf(CompletionException.class);
    assertThat(((HttpTransportException) thrown.getCause()).reason())
        .isEqualTo(Reason.CONNECTION_LOST);
    assertThat(wire.post("/v1/users", "{'email':'j@contoso.com'}").header("Idempotency-Replayed"))
        .isEqualTo("true");
    assertThat(fake.log().of("addUser"))
        .extracting(LoggedRequest::applied, LoggedRequest::dropped)
        .containsExactly(tuple(true, true), tuple(false, false));
  }

  @BothEndpoints
  void aSlowBodyArrivesCompletelyAndLate(String endpoint) {
    fake.faults().on("getSite").slowBody(Duration.ofSeconds(10)).passThrough();

    assertThat(admin(endpoint).site().get().execute().id()).isEqualTo("sit_000001");

    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START.plusSeconds(10));
  }

  @BothEndpoints
  void aSlowBodyBeyondTheRangeOfTheClockFails(String endpoint) {
    Wire wire = Wire.through(endpoint(endpoint), ADMIN);
    fake.clock().advance(Duration.ofDays(365));
    fake.faults().on("getSite").slowBody(Duration.ofNanos(Long.MAX_VALUE)).passThrough();

    assertThatThrownBy(() -> wire.get("/v1/site")).isInstanceOf(CompletionException.class);
  }

  @Test
  void aSlowBodyBeyondTheDeadlineIsAbandoned() {
    fake.faults().on("getSite").slowBody(Duration.ofMinutes(2)).passThrough();

    assertThatThrownBy(() -> fake.client(ADMIN).site().get().execute())
        .isInstanceOf(DeadlineException.class);
  }

  @BothEndpoints
  void aRetryAfterDateUsesTheFakesClock(String endpoint) {
    fake.clock().advance(Duration.ofMillis(1));
    fake.faults()
        .on("getSite")
        .times(1)
        .retryAt(fake.clock().instant().plusSeconds(10))
        .respond(503);

    admin(endpoint).site().get().execute();

    Duration waited = Duration.between(FakeClock.START, fake.clock().instant());
    assertThat(waited).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(12));
  }

  @BothEndpoints
  void anyProblemCanBeTheResponse(String endpoint) {
    fake.faults().on("getSite").times(1).respond(409, ProblemCode.LAST_ADMINISTRATOR);
    fake.faults().on("getSite").times(1).respond(409, ProblemCode.of("made-up-later"));

    assertThatThrownBy(() -> admin(endpoint).site().get().execute())
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("last-administrator");
    assertThatThrownBy(() -> admin(endpoint).site().get().execute())
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.of("made-up-later")));
  }

  @BothEndpoints
  void effectsOfOneFaultApplyTogether(String endpoint) {
    fake.faults()
        .on("getSite")
        .delayed(Duration.ofSeconds(2))
        .malformedBody()
        .withContentType("text/html")
        .retryAfter(Duration.ofMinutes(10))
        .respond(502);

    Wire.Answer answer = Wire.through(endpoint(endpoint), ADMIN).get("/v1/site");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThat(answer.header("Retry-After")).isEqualTo("600");
    assertThat(answer.text()).contains("<garbage>");
    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START.plusSeconds(2));
    assertThatThrownBy(() -> admin(endpoint).site().get().execute())
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void allTokensOfAnAccountCanBeRevoked() {
    Wire admin = Wire.as(fake, ADMIN);
    fake.revokeTokens(FakeAccount.of(ADMIN));

    assertThat(admin.get("/v1/site").problem()).isEqualTo("401 unauthenticated");
    assertThat(Wire.as(fake, ADMIN).get("/v1/site").status()).isEqualTo(200);
  }
}
