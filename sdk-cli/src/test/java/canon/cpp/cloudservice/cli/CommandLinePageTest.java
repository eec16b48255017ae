package canon.cpp.cloudservice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.config.Setting;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the command line says what the code does. */
class CommandLinePageTest {
  private static final Path PAGE = Path.of("..", "docs", "command-line.md");

  @Test
  void theTableOfExitCodesIsThatOfTheCode() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| [0-9]+ \\| .*"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Stream.of(ExitCode.values())
                .map(code -> "| " + code.value() + " | " + code.meaning() + " |")
                .toList());
  }

  @Test
  void theTableOfSettingsIsThatOfTheCode() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .containsSubsequence(
            Stream.of(Setting.values())
                .map(setting -> "| `" + setting.key() + "` | " + setting.description() + " |")
                .toList());
  }
}
