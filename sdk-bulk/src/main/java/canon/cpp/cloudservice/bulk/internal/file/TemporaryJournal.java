package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal of a job that cannot be continued. It lasts as long as its report. */
public final class TemporaryJournal implements Journal {
  private final JournalFile file;
  private final @Nullable Path earlier;

  private TemporaryJournal(JournalFile file, @Nullable Path earlier) {
    this.file = file;
    this.earlier = earlier;
  }

  /**
   * Creates a journal.
   *
   * @param earlier the journal of the job that this one continues with another input; or null
   */
  public static TemporaryJournal create(@Nullable Path earlier) {
    try {
      return new TemporaryJournal(JournalFile.temporary(), earlier);
    } catch (IOException e) {
      throw new JournalException(
          "No temporary file can be created for the job: " + e.getMessage(), e);
    }
  }

  @Override
  public JobStore open(JobHeader wanted, boolean otherAccount) {
    try {
      return FileJobStore.open(file, earlier, wanted, otherAccount);
    } catch (IOException e) {
      throw new JournalException("The journal cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public Stream<BulkItem> items() {
    try {
      return JournalItems.of(file, () -> {});
    } catch (IOException e) {
      throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns zero, because a temporary journal does not know any other. */
  @Override
  public long removalsOfOtherJobs(JobHeader job, Instant since) {
    return 0;
  }
}
