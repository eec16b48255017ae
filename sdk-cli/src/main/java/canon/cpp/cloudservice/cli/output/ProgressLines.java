package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints a line every ten seconds, for log files. */
final class ProgressLines implements ProgressDisplay {
  private static final long SECONDS = 10;

  private final Terminal terminal;
  private final String task;
  private final long rows;
  private final ScheduledExecutorService timer;
  private volatile @Nullable BulkProgress last;

  private ProgressLines(Terminal terminal, String task, long rows, ScheduledExecutorService timer) {
    this.terminal = terminal;
    this.task = task;
    this.rows = rows;
    this.timer = timer;
  }

  static ProgressLines start(Terminal terminal, String task, long rows) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "cloudservice-progress");
              thread.setDaemon(true);
              return thread;
            });
    return start(terminal, task, rows, timer);
  }

  static ProgressLines start(
      Terminal terminal, String task, long rows, ScheduledExecutorService timer) {
    ProgressLines lines = new ProgressLines(terminal, task, rows, timer);
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(lines::print, SECONDS, SECONDS, TimeUnit.SECONDS);
    return lines;
  }

  @Override
  public void show(BulkProgress progress) {
    last = progress;
  }

  /** Prints the last progress. */
  void print() {
    BulkProgress progress = last;
    terminal.tell(
        progress == null
            ? task + ": nothing finished yet"
            : "%s: %d of %d, %d rejected, %d unknown, %d s"
                .formatted(
                    task,
                    progress.finished(),
                    rows,
                    progress.rejected(),
                    progress.unknown(),
                    progress.elapsed().toSeconds()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
