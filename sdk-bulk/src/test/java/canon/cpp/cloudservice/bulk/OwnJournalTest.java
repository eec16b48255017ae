package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that the host application brings. */
class OwnJournalTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aJobKeepsAndContinuesTheJournalOfTheHost() {
    RecordingJournal journal = new RecordingJournal(directory.resolve("own"));

    BulkReport first = site.adding(addresses(20)).journal(journal).execute();
    BulkReport second = site.adding(addresses(20)).journal(journal).execute();

    assertThat(first.isComplete()).isTrue();
    assertThat(second.jobId()).isEqualTo(first.jobId());
    assertThat(second.items()).hasSize(20);
    assertThat(site.requests("addUser")).hasSize(20);
    assertThat(journal.opened).extracting(JobHeader::operation).containsOnly("addUsers").hasSize(2);
  }

  @Test
  void theLastOfTwoJournalsIsUsed() {
    RecordingJournal journal = new RecordingJournal(directory.resolve("own"));

    site.adding(addresses(1)).journal(directory.resolve("file")).journal(journal).execute();
    site.adding(addresses(1)).journal(journal).journal(directory.resolve("file")).execute();

    assertThat(journal.opened).hasSize(1);
  }

  @Test
  void itCountsRemovalsForTheCeiling() {
    site.adding(addresses(20)).execute();
    RecordingJournal journal = new RecordingJournal(directory.resolve("own"));
    journal.recentRemovals = 4;
    BulkRemoval job = site.removing(addresses(3)).journal(journal);

    assertThat(job.dryRun().allowed()).isEqualTo(2);
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(job::execute)
        .withMessageContaining("after the 4 removals of the last 7 days");
  }

  @Test
  void onlyAFileCanContinueAnEarlierFile() {
    BulkJob job =
        site.adding(addresses(1))
            .journal(new RecordingJournal(directory.resolve("own")))
            .continuing(directory.resolve("earlier"));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(job::execute)
        .withMessageContaining("call journal(file)");
  }

  /** A journal that remembers what it was asked for. */
  private static final class RecordingJournal implements Journal {
    private final Journal file;
    private final List<JobHeader> opened = new ArrayList<>();
    private long recentRemovals;

    RecordingJournal(Path path) {
      file = new FileJournal(path, null);
    }

    @Override
    public JobStore open(JobHeader wanted, boolean otherAccount) {
      opened.add(wanted);
      return file.open(wanted, otherAccount);
    }

    @Override
    public Stream<BulkItem> items() {
      return file.items();
    }

    @Override
    public long removalsOfOtherJobs(JobHeader job, Instant since) {
      return recentRemovals;
    }
  }
}
