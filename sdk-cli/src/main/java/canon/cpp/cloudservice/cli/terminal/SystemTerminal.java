package canon.cpp.cloudservice.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Makes the terminal of this process. */
public final class SystemTerminal {
  /** Set by the launchers, for example to {@code IN,ERR}; Java cannot ask for each stream. */
  private static final String LAUNCHER_PROPERTY = "cloudservice.terminals";

  private static final int BUFFER = 65_536;
  private static final int DEFAULT_COLUMNS = 80;

  private SystemTerminal() {}

  /** Returns the terminal of this process. */
  public static Terminal open() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return new Terminal(
        System.getenv(),
        System.in,
        new PrintStream(
            new CheckedOutput(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)),
            false,
            charset()),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset()),
        terminals(),
        Path.of(System.getProperty("user.home", ".")),
        windows,
        columns(),
        Clock.systemUTC(),
        null,
        new BrowserLauncher(windows));
  }

  /** Returns the encoding of the terminal. */
  private static Charset charset() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }

  private static int columns() {
    try {
      return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "" + DEFAULT_COLUMNS));
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }

  private static Set<StandardStream> terminals() {
    Set<StandardStream> found = EnumSet.noneOf(StandardStream.class);
    String launcher = System.getProperty(LAUNCHER_PROPERTY);
    for (StandardStream stream : StandardStream.values()) {
      if (launcher == null
          ? isTerminal(stream)
          : launcher.toUpperCase(Locale.ROOT).contains(stream.name())) {
        found.add(stream);
      }
    }
    return found;
  }

  private static boolean isTerminal(StandardStream stream) {
    Path link = Path.of("/proc/self/fd/" + stream.descriptor());
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false; // Not Linux; there the launchers say which streams are a terminal.
    }
  }
}
