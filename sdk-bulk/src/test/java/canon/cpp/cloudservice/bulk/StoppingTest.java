package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.errors.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void anEndedSessionStopsTheJobAtOnce() {
    site.fake.faults().on("addUser").skip(20).respond(401, ProblemCode.SESSION_ENDED);

    BulkReport report = site.adding(addresses(1000)).execute();

    assertThat(report.stopReason()).contains(StopReason.NOT_AUTHENTICATED);
    assertThat(site.requests("addUser")).hasSizeLessThan(50);
    assertThat(report.count(ItemResult.REJECTED)).isZero();
    assertThat(report.count(ItemResult.DONE) + report.count(ItemResult.NOT_TRIED)).isEqualTo(1000);
  }

  @Test
  void anAccountThatIsNotAnAdministratorStopsTheJobAtOnce() {
    site.fake.faults().on("addUser").respond(403, ProblemCode.ADMINISTRATOR_REQUIRED);

    BulkReport report = site.adding(addresses(1000)).execute();

    assertThat(report.stopReason()).contains(StopReason.NOT_PERMITTED);
    assertThat(site.requests("addUser")).hasSizeLessThan(20);
    assertThat(report.retryable()).hasSize(1000);
  }

  @Test
  void aServiceThatCannotBeReachedStopsTheJob() {
    site.fake.faults().on("addUser").skip(30).dropBeforeHandling();

    BulkReport report = site.adding(addresses(300)).execute();

    assertThat(report.stopReason()).contains(StopReason.UNREACHABLE);
    assertThat(report.count(ItemResult.DONE)).isEqualTo(30);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void aJobStopsAfterTooManyRejections() {
    List<String> input = new ArrayList<>(List.of("a", "b", "c", "d"));
    input.addAll(addresses(500));

    BulkReport stopped = site.adding(input).stopAfterRejections(2).execute();
    BulkReport tolerated = site.adding(input).stopAfterRejections(4).execute();

    assertThat(stopped.stopReason()).contains(StopReason.TOO_MANY_REJECTIONS);
    assertThat(stopped.count(ItemResult.NOT_TRIED)).isPositive();
    assertThat(tolerated.stopReason()).isEmpty();
    assertThat(tolerated.count(ItemResult.REJECTED)).isEqualTo(4);
  }

  @Test
  void aJobStopsAfterTooManyUnknownOutcomes() {
    site.fake.faults().on("addUser").times(5).dropAfterApplying();

    BulkReport report = site.adding(addresses(1)).stopAfterUnknowns(0).execute();

    assertThat(report.stopReason()).contains(StopReason.TOO_MANY_UNKNOWN);
    assertThat(report.count(ItemResult.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void anInterruptStopsTheJobAndIsKept() {
    Path journal = directory.resolve("journal.jsonl");
    BulkJob job = site.adding(addresses(500)).journal(journal);

    BulkReport report =
        job.onProgress(
                progress -> {
                  if (progress.finished() > 100) {
                    Thread.currentThread().interrupt();
                  }
                })
            .execute();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.stopReason()).contains(StopReason.CANCELLED);
    assertThat(report.count(ItemResult.DONE)).isBetween(100L, 200L);
    assertThat(job.execute().count(ItemResult.DONE)).isEqualTo(500);
    assertThat(site.applied("addUser")).hasSize(500);
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    BulkJob job = site.adding(addresses(1));

    assertThatIllegalArgumentException().isThrownBy(() -> job.maxConcurrency(0));
    assertThatIllegalArgumentException().isThrownBy(() -> job.maxConcurrency(257));
    assertThatIllegalArgumentException().isThrownBy(() -> job.stopAfterRejections(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> job.stopAfterUnknowns(-1));
  }
}
