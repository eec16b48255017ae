package canon.cpp.cloudservice.cli.terminal;

import canon.cpp.cloudservice.time.Timer;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The streams and the environment of the process.
 *
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output; a failed write throws an {@code OutputException}
 * @param err standard error
 * @param interactive the streams that are a terminal
 * @param home the home folder of the user
 * @param windows whether the system is Windows
 * @param columns the width of the terminal
 * @param clock the clock for file names and times that are shown
 * @param timer the timer of calls; null for the one of the library
 * @param browser opens a page in the browser of the user
 */
public record Terminal(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<StandardStream> interactive,
    Path home,
    boolean windows,
    int columns,
    Clock clock,
    @Nullable Timer timer,
    Consumer<URI> browser) {

  /** Tells whether a stream is a terminal. */
  public boolean isInteractive(StandardStream stream) {
    return interactive.contains(stream);
  }

  /** Tells whether colour may be used on a stream. */
  public boolean hasColour(StandardStream stream) {
    return isInteractive(stream)
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Prints a line to standard error. */
  public void tell(String line) {
    err.println(line);
    err.flush();
  }
}
