package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose JVM is killed continues, and nothing is done twice or left out. */
class CrashTest {
  @TempDir Path directory;

  @Test
  void threeCrashesInAThousandRowsLoseAndRepeatNothing() throws Exception {
    Crashes crashes = new Crashes(journals(), 500, 3, 20_261_128);

    assertThat(crashes.addAndRemove()).contains(503, 0);
  }

  @Test
  @Tag("nightly")
  void twentyCrashesInTwentyThousandRowsLoseAndRepeatNothing() throws Exception {
    Crashes crashes = new Crashes(journals(), 10_000, 20, Long.getLong("crash.seed", 7));

    assertThat(crashes.addAndRemove()).contains(429, 503, 0);
  }

  @Test
  @Tag("million")
  void aMillionRowsFitIntoSixtyFourMegabytes() throws Exception {
    new Crashes(journals(), 1_000_000, 0, 0).add();
  }

  private Path journals() throws IOException {
    return Files.createDirectory(directory.resolve("journals"));
  }
}
