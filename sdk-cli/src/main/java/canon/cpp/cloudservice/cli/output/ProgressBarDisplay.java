package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar. It is plain ASCII, which every terminal and locale can show. */
final class ProgressBarDisplay implements ProgressDisplay {
  private static final int UPDATE_MILLIS = 200;

  private final ProgressBar bar;

  ProgressBarDisplay(Terminal terminal, String task, long rows) {
    bar =
        ProgressBar.builder()
            .setTaskName(task)
            .setInitialMax(rows)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setMaxRenderedLength(terminal.columns() - 1)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns() - 1))
            .build();
  }

  @Override
  public void show(BulkProgress progress) {
    bar.stepTo(progress.finished());
    if (progress.rejected() + progress.unknown() > 0) {
      ProgressBar unused =
          bar.setExtraMessage(
              " " + progress.rejected() + " rejected, " + progress.unknown() + " unknown");
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
