package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeCloudService fake =
      FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();

  @AfterEach
  void close() {
    fake.close();
  }

  private static void read(CloudServiceClient client) {
    var unused = client.site().get().retryPolicy(RetryPolicy.none()).execute();
  }

  private static UnavailableException rejection(CloudServiceClient client) {
    return catchThrowableOfType(UnavailableException.class, () -> read(client));
  }

  @Test
  void allowsTheNumberAtOnceAndThenRejectsUntilThePeriodHasPassed() {
    CloudServiceClient admin = fake.client(ADMIN);
    fake.faults().rateLimit(200, SECOND);

    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 200; i++) {
        read(admin);
      }
      UnavailableException limited = rejection(admin);
      assertThat(limited.attempts()).extracting(Attempt::status).containsExactly(429);
      assertThat(limited.retryAfter()).contains(SECOND);
      fake.clock().advance(SECOND);
    }
  }

  @Test
  void permitsComeBackEvenly() {
    CloudServiceClient admin = fake.client(ADMIN);
    fake.faults().rateLimit(2, Duration.ofSeconds(20));
    read(admin);
    read(admin);

    assertThat(rejection(admin).retryAfter()).contains(Duration.ofSeconds(10));
    fake.clock().advance(Duration.ofMillis(9_999));
    assertThat(rejection(admin).retryAfter()).contains(SECOND);
    fake.clock().advance(Duration.ofMillis(1));
    read(admin);
    assertThat(rejection(admin).retryAfter()).contains(Duration.ofSeconds(10));
  }

  @Test
  void aClientWithRetriesSucceedsBecauseItsBackoffMovesTheClock() {
    CloudServiceClient admin = fake.client(ADMIN);
    fake.faults().rateLimit(1, SECOND);

    for (int i = 0; i < 20; i++) {
      admin.users().add("user" + i + "@contoso.com").execute();
    }

    fake.log().appliedOnce();
    fake.log().expect("addUser").withStatus(429).times(19);
    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START.plusSeconds(19));
  }

  @Test
  void overHttpOnlyRealTimeCounts() {
    CloudServiceClient admin = fake.http().client(ADMIN);
    fake.faults().rateLimit(1, Duration.ofHours(100));
    read(admin);

    fake.clock().advance(Duration.ofMinutes(30));
    assertThat(rejection(admin).retryAfter()).hasValueSatisfying(RateLimitTest::isAlmost100Hours);

    read(fake.client(ADMIN));
    assertThat(rejection(fake.client(ADMIN))).isNotNull();
  }

  private static void isAlmost100Hours(Duration wait) {
    assertThat(wait).isBetween(Duration.ofHours(99), Duration.ofHours(100));
  }

  @Test
  void rejectedRequestsDoNotUseUpFaults() {
    CloudServiceClient admin = fake.client(ADMIN);
    fake.faults().on("getSite").times(1).respond(503);
    fake.faults().rateLimit(1, SECOND);
    assertThat(admin.users().list()).isNotEmpty();

    assertThat(rejection(admin).attempts()).extracting(Attempt::status).containsExactly(429);
    fake.clock().advance(SECOND);
    assertThat(rejection(admin).attempts()).extracting(Attempt::status).containsExactly(503);
    fake.faults().verifyAllUsed();
  }

  @Test
  void theLastLimitCountsUntilFaultsAreCleared() {
    CloudServiceClient admin = fake.client(ADMIN);
    fake.faults().rateLimit(1, SECOND);
    fake.faults().rateLimit(2, SECOND);
    assertThat(fake.faults()).hasToString("rate limit: 2 in PT1S");
    read(admin);
    read(admin);
    assertThat(rejection(admin)).isNotNull();

    fake.faults().clear();

    read(admin);
    read(admin);
    read(admin);
    assertThat(fake.faults().toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, PT1S", "-1, PT1S", "1000001, PT1S", "1, PT0S", "1, PT-1S", "2, PT0.000000001S"})
  void rejectsALimitThatCannotBeKept(int requests, Duration period) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fake.faults().rateLimit(requests, period));
    assertThat(fake.faults().toString()).isEmpty();
  }

  @Test
  void aClientOfTheHttpEndpointWaitsInRealTime() {
    fake.faults().on("getSite").times(1).respond(503);

    var unused = fake.http().client(ADMIN).site().get().execute();

    fake.log().expect("getSite").times(2);
    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START);
  }

  @Test
  void aClientOfTheHttpEndpointWaitsByTheFakesClockIfTheTestAsksForIt() {
    Duration wait = Duration.ofSeconds(20);
    fake.faults().on("getSite").times(1).retryAfter(wait).respond(503);

    var unused = fake.http().withFakeDelays().client(ADMIN).site().get().execute();

    fake.log().expect("getSite").times(2);
    assertThat(fake.clock().instant()).isEqualTo(FakeClock.START.plus(wait));
    assertThat(fake.http().withFakeDelays().address()).isEqualTo(fake.http().address());
  }
}
