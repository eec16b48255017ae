package canon.cpp.cloudservice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command fake. */
@Timeout(60)
class FakeServiceTest {
  private static final long SECONDS = 30;

  @TempDir private Path home;

  @Test
  void theFakeAnswersUntilTheCommandIsInterrupted() throws Exception {
    AddressReader output = new AddressReader();
    Thread command =
        new Thread(() -> new CommandRunner(home).writingTo(output).run("fake", "--port", "0"));
    command.setDaemon(true);
    command.start();
    try {
      URI address = output.address.get(SECONDS, TimeUnit.SECONDS);

      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address.resolve("/"))
                      .timeout(Duration.ofSeconds(SECONDS))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(response.statusCode()).isBetween(200, 499);
    } finally {
      command.interrupt();
      command.join(TimeUnit.SECONDS.toMillis(SECONDS));
    }
    assertThat(command.isAlive()).isFalse();
  }

  @Test
  void aPortInUseIsReportedInOneParagraph() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result result =
          new CommandRunner(home).run("fake", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .contains("Port " + taken.getLocalPort(), "Choose another one with --port")
          .doesNotContain("Unexpected failure", "Exception");
    }
  }

  /** Reads the address from the line that the command prints when it is ready. */
  private static final class AddressReader extends OutputStream {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)\\s");

    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public synchronized void write(int next) {
      text.append((char) next);
      if (next == '\n') {
        Matcher ready = READY.matcher(text);
        if (ready.find()) {
          address.complete(URI.create(ready.group(1)));
        }
      }
    }
  }
}
