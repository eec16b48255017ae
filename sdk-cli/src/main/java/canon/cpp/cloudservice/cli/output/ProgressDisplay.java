package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.cli.terminal.StandardStream;
import canon.cpp.cloudservice.cli.terminal.Terminal;

/** Shows on standard error how far a job has come. */
public interface ProgressDisplay extends AutoCloseable {

  /** Shows progress. */
  void show(BulkProgress progress);

  @Override
  void close();

  /** Returns a bar on a terminal, and lines elsewhere. */
  static ProgressDisplay on(Terminal terminal, String task, long rows) {
    return terminal.isInteractive(StandardStream.ERR)
        ? new ProgressBarDisplay(terminal, task, rows)
        : ProgressLines.start(terminal, task, rows);
  }
}
