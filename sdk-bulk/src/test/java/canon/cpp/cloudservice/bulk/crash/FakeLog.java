package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the log of the fake must say after a job, however often its JVM has ended. */
final class FakeLog {
  private FakeLog() {}

  /** Checks that each of so many keys took effect once, and that no other key was sent. */
  static void assertEachOnce(FakeCloudService fake, String operation, int rows) {
    assertThat(fake.log().removed()).as("entries that the log has dropped").isZero();
    List<LoggedRequest> requests = fake.log().of(operation);
    Map<String, Integer> applied = new HashMap<>();
    for (LoggedRequest request : requests) {
      if (request.applied()) {
        applied.merge(String.valueOf(request.idempotencyKey()), 1, Integer::sum);
      }
    }
    assertThat(applied).as("keys that took effect").hasSize(rows);
    assertThat(applied.values()).as("how often each key took effect").containsOnly(1);
    assertThat(requests.stream().map(LoggedRequest::idempotencyKey).distinct().count())
        .as("keys that were sent")
        .isEqualTo(rows);
  }

  static long users(FakeCloudService fake, String admin) {
    return fake.client(admin).users().list().pageSize(1000).stream().count();
  }
}
