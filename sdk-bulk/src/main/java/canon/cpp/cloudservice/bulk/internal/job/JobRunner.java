package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the passes of a job. */
public final class JobRunner {
  private static final int GROUP = 1_000;

  private final RowOperation operation;
  private final JobStore store;
  private final JobSettings settings;
  private final Tally tally;
  private final Iterator<String> input;
  private boolean interrupted;

  public JobRunner(
      RowOperation operation, JobStore store, JobSettings settings, Iterator<String> input) {
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

  /** Reads what all rows of the input change. Rows that an earlier run has read are left out. */
  void find(RowReader reader) {
    run(new FindAction(reader), max -> next(max, row -> row.target() == null));
  }

  /** Reads what all rows of the input change, unless an earlier run has begun to change them. */
  public void findAgain(RowReader reader) {
    run(new FindAction(reader), max -> next(max, row -> row.prepared() == null));
  }

  private List<JobRow> next(int max, Predicate<JobRow> filter) {
    List<JobRow> rows = store.next(input, max);
    while (!rows.isEmpty()) {
      List<JobRow> left = rows.stream().filter(filter).collect(Collectors.toList());
      if (!left.isEmpty()) {
        return left;
      }
      rows = store.next(input, max);
    }
    return rows;
  }

  /** Changes what was found. */
  void changeFound() {
    changeFound(1, Long.MAX_VALUE);
  }

  /** Changes what was found in a range of rows. */
  public void changeFound(long first, long last) {
    run(RowAction.changing(operation), new JournalRows(store::found, first, last));
  }

  /** Settles once more the rows whose outcome is unknown. */
  public void settle() {
    run(RowAction.changing(operation), new JournalRows(store::unknown, 1, Long.MAX_VALUE));
  }

  /** Stops from now on when the outcome of more rows is unknown, and at once if they are. */
  public void limitUnknowns(long unknowns) {
    tally.limitUnknowns(unknowns);
  }

  public void stop(StopReason reason) {
    tally.stop(reason);
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
  public @Nullable StopReason end() {
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
        store.finished(work.row(), item, settings.clock.instant());
      }
      rows = store.next(input, GROUP);
    }
  }

  /** Rows of the journal, each once. */
  private static final class JournalRows implements RowSource {
    private final Reader reader;
    private final long end;
    private long last;

    JournalRows(Reader reader, long first, long end) {
      this.reader = reader;
      this.last = first - 1;
      this.end = end;
    }

    private interface Reader {
      List<JobRow> rows(long after, int max);
    }

    @Override
    public List<JobRow> next(int max) {
      List<JobRow> rows =
          reader.rows(last, max).stream()
              .filter(row -> row.number() <= end)
              .collect(Collectors.toList());
      if (!rows.isEmpty()) {
        last = rows.get(rows.size() - 1).number();
      }
      return rows;
    }
  }
}
