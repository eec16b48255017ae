package canon.cpp.cloudservice.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine. */
final class Jdks {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Jdks() {}

  /** Returns the {@code java} of the JDK that runs this process. */
  static Path current() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Returns the current JDK, and a JDK 25 under {@code /usr/lib/jvm} if there is one. */
  static Map<Integer, Path> all() throws IOException {
    Map<Integer, Path> result = new TreeMap<>();
    result.put(Runtime.version().feature(), current());
    Path folder = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> homes = Files.list(folder)) {
        for (Path home : homes.sorted().toList()) {
          if (version(home) == 25) {
            result.putIfAbsent(25, home.resolve("bin/java"));
          }
        }
      }
    }
    return result;
  }

  private static int version(Path home) throws IOException {
    Path file = home.resolve("release");
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    Matcher matcher = VERSION.matcher(Files.readString(file));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
