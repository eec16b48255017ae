package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.internal.journal.JobRow;
import canon.cpp.cloudservice.bulk.internal.journal.JobStore;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a job: all rows, then once more those whose outcome is unknown. */
final class JobRunner {
  private static final int GROUP = 1_000;

  private final RowOperation operation;
  private final JobStore store;
  private final JobSettings settings;
  private final Tally tally;
  private boolean interrupted;

  JobRunner(RowOperation operation, JobStore store, JobSettings settings) {
    this.operation = operation;
    this.store = store;
    this.settings = settings;
    this.tally = new Tally(store, settings);
  }

  /** Returns why the job stopped before its end; null if it did not. */
  @Nullable StopReason run(Iterator<String> input) {
    run(max -> store.next(input, max));
    if (!tally.isStopped()) {
      run(new RowsWith(ItemResult.UNKNOWN));
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    } else if (tally.isStopped()) {
      recordUntried(input);
    }
    return tally.stopReason();
  }

  private void run(RowSource source) {
    interrupted |= new Pass(operation, store, settings, tally, source).run();
  }

  private void recordUntried(Iterator<String> input) {
    List<JobRow> rows = store.next(input, GROUP);
    while (!rows.isEmpty()) {
      for (JobRow row : rows) {
        BulkItem item = new Work(row).unfinished();
        store.finished(row, item, settings.clock().instant());
      }
      rows = store.next(input, GROUP);
    }
  }

  /** The rows that had a result, each once. */
  private final class RowsWith implements RowSource {
    private final ItemResult result;
    private long last;

    RowsWith(ItemResult result) {
      this.result = result;
    }

    @Override
    public List<JobRow> next(int max) {
      List<JobRow> rows = store.with(result, last, max);
      if (!rows.isEmpty()) {
        last = rows.get(rows.size() - 1).number();
      }
      return rows;
    }
  }
}
