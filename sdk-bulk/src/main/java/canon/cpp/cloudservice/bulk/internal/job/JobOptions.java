package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.journal.Journal;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options that only a job has. Changed only while a copy is made. */
final class JobOptions {
  static final JobOptions DEFAULT = new JobOptions();

  @Nullable Path journalFile;
  @Nullable Journal journal;
  @Nullable Path earlierJournal;
  Set<String> protectedEmails = Set.of();

  private JobOptions() {}

  /** Returns a copy with a change. */
  JobOptions with(Consumer<JobOptions> change) {
    JobOptions copy = new JobOptions();
    copy.journalFile = journalFile;
    copy.journal = journal;
    copy.earlierJournal = earlierJournal;
    copy.protectedEmails = protectedEmails;
    change.accept(copy);
    return copy;
  }

  /** Tells whether the job can be continued. */
  boolean hasJournal() {
    return journalFile != null || journal != null;
  }
}
