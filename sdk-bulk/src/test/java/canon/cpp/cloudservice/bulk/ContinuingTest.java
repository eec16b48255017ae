package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.errors.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that continues under other circumstances: another input, account or day. */
class ContinuingTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();

  @AfterEach
  void close() {
    site.close();
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  @Test
  void aChangedInputKeepsTheResultsAndKeysOfUnchangedRows() {
    BulkReport first = site.adding(addresses(20)).journal(file("first")).execute();
    Map<String, String> keys = keys(first);
    List<String> changed = new ArrayList<>(addresses(20));
    changed.remove(3);
    changed.remove(3);
    changed.add(0, "new1@contoso.com");
    changed.add("new2@contoso.com");
    site.fake.log().clear();

    BulkReport second =
        site.adding(changed).journal(file("second")).continuing(file("first")).execute();

    assertThat(site.requests("addUser")).hasSize(2);
    assertThat(second.count(ItemResult.DONE)).isEqualTo(20);
    assertThat(second.gone()).isEqualTo(2);
    Map<String, String> kept = keys(second);
    kept.keySet().retainAll(keys.keySet());
    assertThat(kept).hasSize(18).allSatisfy((row, key) -> assertThat(key).isEqualTo(keys.get(row)));
    assertThat(site.users()).isEqualTo(24);
  }

  @Test
  void aChangedInputCanBeInterruptedToo() {
    BulkJob first = site.adding(addresses(100)).journal(file("first"));
    assertCrash(first, 40);
    List<String> changed = new ArrayList<>(addresses(120));
    changed.remove(0);
    BulkJob second = site.adding(changed).journal(file("second")).continuing(file("first"));
    assertCrash(second, 70);

    BulkReport report = second.execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(119);
    assertThat(report.gone()).isEqualTo(1);
    assertThat(site.applied("addUser")).hasSize(120).allSatisfy((k, n) -> assertThat(n).isOne());
  }

  @Test
  void aJobOfYesterdayReadsWhatItHadSent() {
    BulkJob job = site.adding(addresses(100)).journal(file("journal"));
    assertCrash(job, 50);
    int sent = site.requests("addUser").size();
    site.fake.clock().advance(Duration.ofHours(23).plusSeconds(1));
    site.fake.log().clear();

    BulkReport report = job.execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(report.count(ItemResult.ALREADY_SO)).isPositive();
    assertThat(site.requests("getUser")).isNotEmpty();
    assertThat(site.requests("addUser").size()).isLessThanOrEqualTo(100 - sent + 64);
    assertThat(site.users()).isEqualTo(102);
  }

  @Test
  void whatWasNotAppliedYesterdayIsSentUnderANewKey() {
    site.fake.faults().on("addUser").dropBeforeHandling();
    BulkJob job = site.adding(addresses(3)).journal(file("journal"));
    BulkReport first = job.execute();
    Map<String, String> oldKeys = keys(first);
    site.fake.faults().clear();
    site.fake.clock().advance(Duration.ofHours(30));
    site.fake.faults().on("addUser").times(1).dropAfterApplying();

    BulkReport second = job.execute();

    assertThat(first.count(ItemResult.UNKNOWN)).isEqualTo(3);
    assertThat(second.count(ItemResult.DONE)).isEqualTo(3);
    assertThat(keys(second).values()).doesNotContainAnyElementsOf(oldKeys.values());
    assertThat(site.applied("addUser")).hasSize(3);
  }

  @Test
  void anotherAccountContinuesOnlyIfAllowedAndReadsWhatTheFirstHadSent() {
    site.fake.faults().on("addUser").times(5).dropAfterApplying();
    site.fake.faults().on("addUser").times(1).dropBeforeHandling();
    site.fake.faults().on("addUser").respond(401, ProblemCode.SESSION_ENDED);
    BulkJob job = site.adding(addresses(50)).journal(file("journal")).maxConcurrency(8);
    BulkReport first = job.execute();
    assertThat(first.count(ItemResult.UNKNOWN)).isEqualTo(6);
    site.fake.faults().clear();
    BulkJob other =
        site.inVirtualTime(Bulk.with(site.client(FakeSite.OTHER_ADMIN)).addUsers(addresses(50)))
            .journal(file("journal"));

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(other::execute)
        .withMessageContaining("resumeAsOtherAccount()");
    BulkReport second = other.resumeAsOtherAccount().execute();

    assertThat(second.count(ItemResult.ALREADY_SO)).isEqualTo(5);
    assertThat(second.count(ItemResult.UNKNOWN)).isEqualTo(1);
    assertThat(second.count(ItemResult.DONE)).isEqualTo(44);

    site.fake.clock().advance(Duration.ofHours(24).plusSeconds(1));
    BulkReport third = other.resumeAsOtherAccount().execute();
    assertThat(third.count(ItemResult.UNKNOWN)).isZero();
    assertThat(third.isComplete()).isTrue();
    assertThat(site.users()).isEqualTo(52);
  }

  private static void assertCrash(BulkJob job, long after) {
    assertThatExceptionOfType(ResumeTest.Crash.class)
        .isThrownBy(job.onProgress(ResumeTest.crashAfter(after))::execute);
  }

  private static Map<String, String> keys(BulkReport report) {
    try (Stream<BulkItem> items = report.items()) {
      return items.collect(
          Collectors.toMap(BulkItem::input, item -> String.valueOf(item.idempotencyKey())));
    }
  }
}
