package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A journal in a file of JSON lines. */
public final class FileJournal implements Journal {
  /** The target of a row that takes nothing away, so that it does not count as a removal. */
  public static final RowTarget NOTHING_REMOVED = JournalLine.NOTHING;

  private final Path path;
  private final @Nullable Path earlier;

  /**
   * Creates a journal.
   *
   * @param earlier the journal of the job that this one continues with another input; or null
   */
  public FileJournal(Path path, @Nullable Path earlier) {
    this.path = path.toAbsolutePath();
    this.earlier = earlier == null ? null : earlier.toAbsolutePath();
  }

  @Override
  public JobStore open(JobHeader wanted, boolean otherAccount) {
    if (path.equals(earlier)) {
      throw new JournalException(
          "The journal " + path + " cannot continue itself. Choose a new file.", null);
    }
    try {
      return FileJobStore.open(JournalFile.forAppending(path), earlier, wanted, otherAccount);
    } catch (IOException e) {
      throw cannot("opened", e);
    }
  }

  @Override
  public Stream<BulkItem> items() {
    try {
      JournalFile file = JournalFile.forReading(path);
      return JournalItems.of(file, file);
    } catch (IOException e) {
      throw cannot("read", e);
    }
  }

  @Override
  public long removalsOfOtherJobs(JobHeader job, Instant since) {
    return RecentRemovals.count(path, job, since);
  }

  private JournalException cannot(String what, IOException e) {
    return new JournalException(
        "The journal " + path + " cannot be " + what + ": " + e.getMessage(), e);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
