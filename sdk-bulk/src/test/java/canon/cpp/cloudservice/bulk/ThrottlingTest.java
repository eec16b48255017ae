package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({"20, PT0.4S, 5000", "50, PT1S, 2000", "200, PT1S, 2000"})
  void aRateLimitFailsNoItemAndIsUsedAlmostInFull(int requests, Duration period, int rows) {
    BulkJob job = site.adding(addresses(rows)).maxConcurrency(64);
    site.fake.faults().rateLimit(requests, period);
    Instant start = site.fake.clock().instant();

    BulkReport report = job.execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(rows);
    Duration ideal = period.multipliedBy(rows - requests).dividedBy(requests);
    Duration taken = Duration.between(start, site.fake.clock().instant());
    assertThat(taken).isLessThanOrEqualTo(ideal.multipliedBy(11).dividedBy(10));
    assertThat(throttled()).isBetween(1L, rows / 25L);
  }

  @Test
  void aRetryAfterClosesOneGateForAllRequests() {
    site.fake
        .faults()
        .on("addUser")
        .skip(100)
        .times(1)
        .retryAfter(Duration.ofSeconds(30))
        .respond(503);

    BulkReport report = site.adding(addresses(200)).execute();

    assertThat(report.isComplete()).isTrue();
    Instant closed = site.requests("addUser").get(100).at();
    assertThat(site.requests("addUser"))
        .noneMatch(
            request ->
                request.at().isAfter(closed) && request.at().isBefore(closed.plusSeconds(30)));
  }

  @Test
  void aThrottledItemDoesNotUseUpItsAttempts() {
    site.fake.faults().on("addUser").times(15).retryAfter(Duration.ofSeconds(1)).respond(429);

    BulkReport report = site.adding(addresses(1)).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(1);
    assertThat(site.requests("addUser")).hasSize(16);
  }

  @Test
  void aServiceThatOnlyThrottlesStopsTheJobWhichCanContinue() {
    Path journal = directory.resolve("journal.jsonl");
    site.fake.faults().on("addUser").retryAfter(Duration.ofSeconds(1)).respond(429);

    BulkReport stopped = site.adding(addresses(100)).journal(journal).execute();

    assertThat(stopped.stopReason()).contains(StopReason.THROTTLED);
    assertThat(stopped.count(ItemResult.NOT_TRIED)).isEqualTo(100);
    assertThat(stopped.retryable()).hasSize(100);
    assertThat(site.requests("addUser")).hasSizeBetween(20, 40);

    site.fake.faults().clear();
    BulkReport report = site.adding(addresses(100)).journal(journal).execute();
    assertThat(report.count(ItemResult.DONE)).isEqualTo(100);
    assertThat(report.count(ItemResult.NOT_TRIED)).isZero();
  }

  private long throttled() {
    return site.requests("addUser").stream()
        .map(LoggedRequest::status)
        .filter(status -> status == 429)
        .count();
  }
}
