package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalCeilingTest {
  @TempDir Path directory;

  /** 100 members on a list: 98 users and 2 administrators. */
  private final FakeSite site = new FakeSite(seed -> addresses(98).forEach(seed::user));

  @AfterEach
  void close() {
    site.close();
  }

  private Path journal(String name) {
    return directory.resolve(name);
  }

  private void assertNothingRemoved() {
    assertThat(site.requests("removeUserFromEveryList")).isEmpty();
  }

  @Test
  void aQuarterMayBeRemoved() {
    BulkReport report = site.removing(addresses(25)).journal(journal("a")).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(25);
  }

  @Test
  void moreThanAQuarterIsRefusedBeforeTheFirstChange() {
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(site.removing(addresses(26)).journal(journal("a"))::execute)
        .withMessageContaining("would remove 26 of 100, but the ceiling allows 25")
        .withMessageContaining("approvingRemovals(26)")
        .satisfies(
            refused -> {
              assertThat(refused.removals()).isEqualTo(26);
              assertThat(refused.allowed()).isEqualTo(25);
            });
    assertNothingRemoved();
  }

  @Test
  void aSmallSiteMayLoseTwo() {
    try (FakeSite small = new FakeSite(seed -> addresses(7).forEach(seed::user))) {
      assertThatExceptionOfType(RemovalCeilingException.class)
          .isThrownBy(small.removing(addresses(3)).journal(journal("a"))::execute);

      BulkReport report = small.removing(addresses(2)).journal(journal("b")).execute();

      assertThat(report.count(ItemResult.DONE)).isEqualTo(2);
    }
  }

  @Test
  void rowsThatRemoveNobodyDoNotCount() {
    List<String> gone = addresses(300).subList(90, 300);

    BulkReport report = site.removing(gone).journal(journal("a")).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(8);
    assertThat(report.count(ItemResult.ALREADY_SO)).isEqualTo(202);
  }

  @Test
  void anApprovalMustBeTheNumberOfRemovals() {
    BulkRemoval job = site.removing(addresses(40)).journal(journal("a"));

    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(job.approvingRemovals(41)::execute)
        .withMessageContaining("would remove 40, but 41 removals were approved");
    assertNothingRemoved();

    assertThat(job.approvingRemovals(40).execute().count(ItemResult.DONE)).isEqualTo(40);
  }

  @Test
  void theCallerCanLowerTheCeiling() {
    BulkRemoval job = site.removing(addresses(11)).journal(journal("a")).removingAtMost(10);

    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(job::execute)
        .withMessageContaining("removingAtMost");
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(job.approvingRemovals(11)::execute);
    assertNothingRemoved();
  }

  @Test
  void removalsOfTheLastSevenDaysCount() {
    site.removing(addresses(20)).journal(journal("monday")).execute();
    site.fake.clock().advance(Duration.ofDays(1));
    List<String> six = addresses(26).subList(20, 26);
    BulkRemoval next = site.removing(six).journal(journal("tuesday"));

    assertThat(next.dryRun().allowed()).isEqualTo(5);
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(next::execute)
        .withMessageContaining("allows 5 after the 20 removals of the last 7 days");

    site.fake.clock().advance(Duration.ofDays(7));
    assertThat(next.execute().count(ItemResult.DONE)).isEqualTo(6);
  }

  @Test
  void aJobThatContinuesIsNotRefusedForItsOwnRemovals() {
    BulkRemoval job = site.removing(addresses(25)).journal(journal("a"));
    assertThatExceptionOfType(ResumeTest.Crash.class)
        .isThrownBy(job.onProgress(ResumeTest.crashAfter(10))::execute);

    assertThat(job.execute().count(ItemResult.DONE)).isEqualTo(25);
  }
}
