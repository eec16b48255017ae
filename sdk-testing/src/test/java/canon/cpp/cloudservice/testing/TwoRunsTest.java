package canon.cpp.cloudservice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.UnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two runs of one test end with the same state and the same log, including ids, times and keys. */
class TwoRunsTest {
  private static final String ADMIN = "admin@contoso.com";

  /** The result of a run. */
  private record Traces(String state, List<LoggedRequest> log) {}

  @BothEndpoints
  void twoRunsAreEqual(String endpoint) {
    assertThat(run(endpoint)).isEqualTo(run(endpoint));
  }

  @Test
  void bothEndpointsGiveTheSameRun() {
    assertThat(run("http")).isEqualTo(run("in process"));
  }

  @BothEndpoints
  void storedResponsesExpireByTheFakesClock(String endpoint) {
    try (FakeCloudService fake = fake()) {
      CloudServiceClient admin = endpoint(fake, endpoint).client(ADMIN);
      admin.users().add("john@contoso.com").idempotencyKey("k").execute();
      fake.clock().advance(Duration.ofHours(24).minusNanos(1));
      admin.users().add("john@contoso.com").idempotencyKey("k").execute();
      fake.log().expect("addUser").replayed().once();

      fake.clock().advance(Duration.ofNanos(1));
      admin.users().add("john@contoso.com").idempotencyKey("k").execute();
      fake.log().expect("addUser").applied().times(2);
    }
  }

  private static FakeCloudService fake() {
    return FakeCloudService.builder()
        .site(site -> site.administrator(ADMIN).printer("Colorado", "C-1", "Roll"))
        .build();
  }

  private static FakeEndpoint endpoint(FakeCloudService fake, String name) {
    return name.equals("http") ? fake.http().withFakeDelays() : fake.inProcess();
  }

  /** Every source of time and randomness is used: delays, keys, ids, tokens, chaos. */
  private static Traces run(String endpoint) {
    try (FakeCloudService fake = fake()) {
      fake.faults().on("addUser").times(2).retryAfter(Duration.ofSeconds(3)).respond(503);
      fake.faults().on("addAdministrator").times(3).dropAfterApplying();
      CloudServiceClient admin = endpoint(fake, endpoint).client(ADMIN);
      admin.users().add("john@contoso.com").execute();
      assertThat(catchThrowable(() -> admin.administrators().add("boss@contoso.com").execute()))
          .isInstanceOf(UnavailableException.class);
      fake.faults().chaos(42);
      for (int i = 0; i < 30; i++) {
        admin.users().add("user" + i + "@contoso.com").execute();
      }
      fake.clock().advance(Duration.ofHours(2));
      endpoint(fake, endpoint).client("john@contoso.com").remoteControl().activate().execute();
      fake.setLicences("C-1", Application.DASHBOARD);
      fake.sendData("C-1");
      // The JDK's client repeats a GET by itself if a pooled connection is lost.
      fake.faults().clear();
      assertThat(admin.users().list().pageSize(7).stream()).hasSize(33);
      return new Traces(fake.snapshot().toJson(), fake.log().entries());
    }
  }
}
