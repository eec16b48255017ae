package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the passes of a job. */
final class JobRunner {
  private static final int GROUP = 1_000;

  private final RowOperation operation;
  private final JobStore store;
  private final JobSettings settings;
  private final Tally tally;
  private final Iterator<String> input;
  private boolean interrupted;

  JobRunner(RowOperation operation, JobStore store, JobSettings settings, Iterator<String> input) {
    this.operation = operation;
    this.store = store;
    this.settings = settings;
    this.tally = new Tally(store, settings);
    this.input = input;
  }

  /** Changes all rows of the input. */
  void change() {
    run(RowAction.changing(operation), max -> store.next(input, max));
  }

  /** Reads what all rows of the input remove. */
  void find(RowRemoval removal, Protections protections) {
    run(new FindAction(removal, protections), this::nextWithoutTarget);
  }

  /** Rows that were read by an earlier run are not read again. */
  private List<JobRow> nextWithoutTarget(int max) {
    List<JobRow> rows = store.next(input, max);
    while (!rows.isEmpty()) {
      List<JobRow> left = rows.stream().filter(row -> row.target() == null).toList();
      if (!left.isEmpty()) {
        return left;
      }
      rows = store.next(input, max);
    }
    return rows;
  }

  /** Removes what was found. */
  void removeFound() {
    run(RowAction.changing(operation), new JournalRows(store::found));
  }

  /** Settles once more the rows whose outcome is unknown. */
  void settle() {
    run(RowAction.changing(operation), new JournalRows(store::unknown));
  }

  private void run(RowAction action, RowSource source) {
    if (!tally.isStopped()) {
      Pass pass = new Pass(operation, action, store, settings, tally, source);
      interrupted |= pass.run();
    }
  }

  boolean isStopped() {
    return tally.isStopped();
  }

  /**
   * Records the rows that were not tried, unless others may try them, and returns why the job
   * stopped; null if it did not.
   */
  @Nullable StopReason end() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    } else if (tally.isStopped() && !store.isShared()) {
      recordUntried();
    }
    return tally.stopReason();
  }

  private void recordUntried() {
    List<JobRow> rows = store.next(input, GROUP);
    while (!rows.isEmpty()) {
      for (JobRow row : rows) {
        Work work = new Work(row);
        BulkItem item = work.giveUp();
        store.finished(work.row(), item, settings.clock().instant());
      }
      rows = store.next(input, GROUP);
    }
  }

  /** Rows of the journal, each once. */
  private static final class JournalRows implements RowSource {
    private final Reader reader;
    private long last;

    JournalRows(Reader reader) {
      this.reader = reader;
    }

    private interface Reader {
      List<JobRow> rows(long after, int max);
    }

    @Override
    public List<JobRow> next(int max) {
      List<JobRow> rows = reader.rows(last, max);
      if (!rows.isEmpty()) {
        last = rows.get(rows.size() - 1).number();
      }
      return rows;
    }
  }
}
