package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.observe.AuditEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AuditedJobTest {
  private final FakeSite site =
      new FakeSite(seed -> addresses(12).forEach(email -> seed.user(email)));
  private final Queue<AuditEvent> events = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theAuditTrailSaysWhoRemovedWhomUnderWhichKey(@TempDir Path folder) throws Exception {
    List<String> leavers = addresses(2);
    CountDownLatch changes = new CountDownLatch(leavers.size());
    CloudServiceClient audited =
        site.admin()
            .withAudit(
                "operator-17",
                event -> {
                  events.add(event);
                  changes.countDown();
                });

    BulkReport report =
        Bulk.with(audited)
            .removeUsers(leavers)
            .journal(folder.resolve("leavers.jsonl"))
            .time(site.fake.clock(), site.fake.clock())
            .execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(changes.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(events).hasSize(2).extracting(AuditEvent::actor).containsOnly("operator-17");
    assertThat(events).extracting(AuditEvent::operation).containsOnly("removeUserFromEveryList");
    assertThat(events).extracting(AuditEvent::outcome).containsOnly(Outcome.COMPLETED);
    assertThat(events)
        .extracting(AuditEvent::idempotencyKey)
        .containsExactlyInAnyOrderElementsOf(items(report, BulkItem::idempotencyKey));
    assertThat(events)
        .extracting(AuditEvent::requestId)
        .containsExactlyInAnyOrderElementsOf(items(report, BulkItem::requestId));
  }

  private static List<String> items(BulkReport report, Function<BulkItem, String> field) {
    try (Stream<BulkItem> items = report.items()) {
      return items.map(field).toList();
    }
  }
}
