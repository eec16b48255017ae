package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aJobThatFailedHalfwayContinues() {
    Path journal = directory.resolve("journal.jsonl");
    for (int run = 1; run <= 3; run++) {
      BulkJob job = site.adding(addresses(200)).journal(journal);
      assertThatExceptionOfType(Crash.class)
          .isThrownBy(job.onProgress(crashAfter(50L * run))::execute);
    }

    BulkReport report = site.adding(addresses(200)).journal(journal).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(200);
    assertThat(report.isComplete()).isTrue();
    assertThat(site.applied("addUser")).hasSize(200).allSatisfy((k, n) -> assertThat(n).isOne());
    assertThat(keysByAddress()).hasSize(200);
  }

  @Test
  void aFinishedJobSendsNothingAgain() {
    Path journal = directory.resolve("journal.jsonl");
    BulkReport first = site.adding(addresses(50)).journal(journal).execute();
    site.fake.log().clear();

    BulkReport second = site.adding(addresses(50)).journal(journal).execute();

    assertThat(site.requests("addUser")).isEmpty();
    assertThat(second.jobId()).isEqualTo(first.jobId());
    assertThat(second.count(ItemResult.DONE)).isEqualTo(50);
  }

  @Test
  void aLostResponseIsAskedForUnderTheSameKey() {
    site.fake.faults().on("addUser").times(3).dropAfterApplying();

    BulkReport report = site.adding(addresses(20)).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(20);
    assertThat(site.requests("addUser")).hasSize(23);
    assertThat(site.applied("addUser")).hasSize(20);
  }

  @Test
  void anOutcomeThatStaysUnknownIsSettledByTheNextRun() {
    Path journal = directory.resolve("journal.jsonl");
    List<String> keys = new ArrayList<>();
    site.fake
        .faults()
        .on("addUser")
        .when(
            request -> {
              String key = String.valueOf(request.idempotencyKey());
              if (!keys.contains(key)) {
                keys.add(key);
              }
              return keys.indexOf(key) == 6;
            })
        .dropAfterApplying();

    BulkReport first = site.adding(addresses(20)).journal(journal).execute();

    assertThat(first.count(ItemResult.UNKNOWN)).isEqualTo(1);
    assertThat(first.unknown()).singleElement().extracting(BulkItem::row).isEqualTo(7L);
    assertThat(first.retryable()).hasSize(1);

    site.fake.faults().clear();
    BulkReport second = site.adding(addresses(20)).journal(journal).execute();

    assertThat(second.count(ItemResult.DONE)).isEqualTo(20);
    assertThat(second.isComplete()).isTrue();
  }

  /** Returns the keys of each address; fails if an address had two. */
  private Map<String, List<String>> keysByAddress() {
    Map<String, List<String>> keys =
        site.requests("addUser").stream()
            .map(LoggedRequest::idempotencyKey)
            .distinct()
            .collect(Collectors.groupingBy(String::valueOf));
    assertThat(keys.values()).allMatch(list -> list.size() == 1);
    return keys;
  }

  static Consumer<BulkProgress> crashAfter(long finished) {
    return progress -> {
      if (progress.finished() >= finished) {
        throw new Crash();
      }
    };
  }

  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
