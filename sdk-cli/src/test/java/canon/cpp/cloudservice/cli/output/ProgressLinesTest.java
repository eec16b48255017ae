package canon.cpp.cloudservice.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.bulk.BulkProgress;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Progress for log files, with a timer that the test moves. */
class ProgressLinesTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ManualTimer timer = new ManualTimer();

  @Test
  void aLineIsPrintedEveryTenSeconds() {
    try (ProgressLines lines = ProgressLines.start(terminal(), "Import", 40, timer)) {
      timer.advance(9);
      assertThat(printed()).isEmpty();
      timer.advance(1);
      lines.show(progress(12, 10));
      timer.advance(9);
      lines.show(progress(25, 19));
      timer.advance(1);
      timer.advance(10);
    }

    assertThat(printed().lines())
        .containsExactly(
            "Import: nothing finished yet",
            "Import: 25 of 40, 2 rejected, 1 unknown, 19 s",
            "Import: 25 of 40, 2 rejected, 1 unknown, 19 s");
  }

  @Test
  void closingStopsTheTimer() {
    ProgressLines.start(terminal(), "Import", 40, timer).close();

    assertThat(timer.isShutdown()).isTrue();
    assertThat(printed()).isEmpty();
  }

  private static BulkProgress progress(long finished, long seconds) {
    return new BulkProgress(finished, finished - 3, 2, 1, 4, Duration.ofSeconds(seconds));
  }

  private String printed() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Terminal terminal() {
    return new Terminal(
        Map.of(),
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Set.of(),
        Path.of("unused"),
        false,
        80,
        Clock.systemUTC(),
        null,
        page -> {});
  }

  /** Runs the periodic work in the thread that advances the time. No thread is started. */
  private static final class ManualTimer extends ScheduledThreadPoolExecutor {
    private Runnable work = () -> {};
    private long period;
    private long due;
    private long now;

    ManualTimer() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
        Runnable command, long initialDelay, long every, TimeUnit unit) {
      work = command;
      period = unit.toSeconds(every);
      due = now + unit.toSeconds(initialDelay);
      return null;
    }

    void advance(long seconds) {
      now += seconds;
      while (due <= now) {
        due += period;
        work.run();
      }
    }
  }
}
