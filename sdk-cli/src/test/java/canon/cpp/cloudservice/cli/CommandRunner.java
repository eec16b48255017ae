package canon.cpp.cloudservice.cli;

import canon.cpp.cloudservice.cli.command.Commands;
import canon.cpp.cloudservice.cli.terminal.CheckedOutput;
import canon.cpp.cloudservice.cli.terminal.StandardStream;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import canon.cpp.cloudservice.time.Timer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Runs commands in this JVM, with a home folder, an environment and captured streams. */
public final class CommandRunner {
  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<StandardStream> interactive = EnumSet.noneOf(StandardStream.class);
  private final List<URI> pages = new ArrayList<>();
  private Consumer<URI> browser = pages::add;
  private Consumer<String> reader = line -> {};
  private String input = "";
  private OutputStream target;
  private Timer timer;

  public CommandRunner(Path home) {
    this.home = home;
  }

  public CommandRunner set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public CommandRunner onTerminal() {
    interactive.addAll(EnumSet.allOf(StandardStream.class));
    return this;
  }

  public CommandRunner answering(String lines) {
    input = lines;
    return this;
  }

  public CommandRunner browser(Consumer<URI> other) {
    browser = other;
    return this;
  }

  /** Notified of each line of standard error. */
  public CommandRunner readingErrors(Consumer<String> other) {
    reader = other;
    return this;
  }

  public CommandRunner writingTo(OutputStream other) {
    target = other;
    return this;
  }

  public CommandRunner timer(Timer other) {
    timer = other;
    return this;
  }

  public Path home() {
    return home;
  }

  public List<URI> pages() {
    return pages;
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Map.copyOf(environment),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(
                new CheckedOutput(target == null ? out : target), false, StandardCharsets.UTF_8),
            new LineReader(err, reader),
            Set.copyOf(interactive),
            home,
            false,
            80,
            Clock.fixed(Instant.parse("2031-03-01T12:00:00Z"), ZoneOffset.UTC),
            timer,
            browser);
    int code = Commands.run(terminal, arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a command did. */
  public record Result(int code, String out, String err) {}

  private static final class LineReader extends PrintStream {
    private final Consumer<String> reader;

    LineReader(OutputStream target, Consumer<String> reader) {
      super(target, true, StandardCharsets.UTF_8);
      this.reader = reader;
    }

    @Override
    public void println(String line) {
      super.println(line);
      reader.accept(line);
    }
  }
}
