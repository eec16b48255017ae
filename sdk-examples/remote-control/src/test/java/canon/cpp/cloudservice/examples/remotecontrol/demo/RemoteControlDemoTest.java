package canon.cpp.cloudservice.examples.remotecontrol.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RemoteControlDemoTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "hosts", "remote-control.md");

  @Test
  void theWalkThroughEndsAsItSays() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    RemoteControlDemo.run(new PrintStream(out, true, UTF_8));

    assertThat(out.toString(UTF_8))
        .contains("The service has applied 1 change.")
        .contains("Microsoft has rejected 0 renewals.")
        .contains("401 {\"detail\":\"The token is for another audience.\"")
        .endsWith("401 {\"detail\":\"The user is not signed in.\",\"status\":401}\n")
        .contains(linesOfThePage());
  }

  private static List<String> linesOfThePage() throws IOException {
    MatchResult output =
        Pattern.compile("(?s)```text\n(.*?)```")
            .matcher(Files.readString(PAGE))
            .results()
            .findFirst()
            .orElseThrow();
    return output.group(1).lines().filter(line -> !line.equals("…")).toList();
  }
}
