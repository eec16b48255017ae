package canon.cpp.cloudservice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code that waits inside {@code synchronized} blocks all other threads, and before JDK 24 pins the
 * carrier of a virtual thread. So the few places are listed by name, and none of them waits.
 */
class SynchronizedTest {
  /** The number of places, and why they do not wait. */
  private static final Map<String, Integer> ALLOWED =
      Map.of(
          // Adds to and copies a short list.
          "internal/run/CallMonitor.java", 11,
          // Adds to and copies a short list.
          "internal/probe/Probe.java", 3,
          // Compares and keeps tokens; refreshes are created here, and started outside.
          "internal/auth/CacheEntry.java", 4,
          // Sets a field.
          "auth/ChainedTokenProvider.java", 1,
          // Sets two flags; interrupting a thread does not wait for it.
          "internal/concurrent/InterruptibleThreads.java", 2,
          // Counts exchanges.
          "internal/jdk/Connections.java", 3,
          // Adds to and removes from a queue; turns are completed outside.
          "internal/jdk/StreamQueue.java", 7,
          // Counts exchanges, and creates futures that are completed outside.
          "internal/jdk/FirstConnection.java", 4,
          // Creates a connection object, which connects later.
          "internal/urlconnection/CookielessConnections.java", 1);

  private static final Path SOURCES = Path.of("src/main/java/canon/cpp/cloudservice");
  private static final Pattern SYNCHRONIZED = Pattern.compile("\\bsynchronized\\b[^;{]*\\{");
  private static final Pattern MAY_WAIT =
      Pattern.compile(
          "\\b(?:wait|join|sleep|park\\w*|await\\w*|get|take|put|acquire|lock|send\\w*|execute\\w*"
              + "|submit|supplyAsync|start|fetch|complete(?:Exceptionally)?|cancel|close|run|apply"
              + "|accept|debug|warn|info|trace|error)\\(");

  @Test
  void isUsedInKnownPlacesOnly() {
    Map<String, Integer> found = new TreeMap<>();
    blocks().forEach(block -> found.merge(block.file, 1, Integer::sum));

    assertThat(found).isEqualTo(ALLOWED);
  }

  @Test
  void doesNotSurroundCodeThatMayBlockOrForeignCode() {
    assertThat(blocks())
        .allSatisfy(block -> assertThat(block.text).as(block.file).doesNotContainPattern(MAY_WAIT));
  }

  @Test
  void theCheckFindsAViolation() {
    List<Block> blocks =
        blocks("Offender.java", "synchronized (this) { if (x) { } return future.get(); }");

    assertThat(blocks).singleElement().satisfies(block -> assertThat(block.text).contains("get("));
    assertThat(blocks.get(0).text).containsPattern(MAY_WAIT);
  }

  private record Block(String file, String text) {}

  private static List<Block> blocks() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Block> blocks = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = SOURCES.relativize(file).toString().replace('\\', '/');
        blocks.addAll(blocks(name, Files.readString(file)));
      }
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> blocks(String file, String source) {
    String code = source.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
    List<Block> blocks = new ArrayList<>();
    for (Matcher found = SYNCHRONIZED.matcher(code); found.find(); ) {
      int end = found.end();
      for (int depth = 1; depth > 0; end++) {
        depth += code.charAt(end) == '{' ? 1 : code.charAt(end) == '}' ? -1 : 0;
      }
      blocks.add(new Block(file, code.substring(found.end(), end)));
    }
    return blocks;
  }
}
