package canon.cpp.cloudservice.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that share a directory never read a partly written sign-in. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "FileTokenStore rejects file systems without POSIX permissions")
class FileTokenStoreProcessesTest {
  private static final int PROCESSES = 2;
  private static final int ROUNDS = 40;

  @TempDir Path parent;

  @Test
  void severalProcessesSaveAndLoadConcurrently() throws Exception {
    Path directory = parent.resolve("sign-ins");
    FileTokenStore store = FileTokenStore.in(directory, FileTokenStoreTest.key(1));
    store.save("shared", signIn("parent", 0));

    List<Process> children = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      children.add(child(directory, "child" + i));
    }
    try {
      for (Process child : children) {
        while (child.isAlive()) {
          check(store.load("shared").orElseThrow());
          store.save("shared", signIn("parent", 1));
        }
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isZero();
      }
    } finally {
      children.forEach(Process::destroyForcibly);
    }
    check(store.load("shared").orElseThrow());
    for (int i = 0; i < PROCESSES; i++) {
      assertThat(store.load("child" + i)).contains(signIn("child" + i, ROUNDS - 1));
    }
  }

  private static Process child(Path directory, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FileTokenStoreProcessesTest.class.getName(),
            directory.toString(),
            name)
        .inheritIO()
        .start();
  }

  /** The task of each child process. */
  public static void main(String[] arguments) {
    FileTokenStore store = FileTokenStore.in(Path.of(arguments[0]), FileTokenStoreTest.key(1));
    for (int i = 0; i < ROUNDS; i++) {
      store.save("shared", signIn(arguments[1], i));
      check(store.load("shared").orElseThrow());
      store.save(arguments[1], signIn(arguments[1], i));
    }
  }

  /**
   * One repeated character, in a length that differs for each process, so that a partial file would
   * be visible.
   */
  private static byte[] signIn(String who, int round) {
    String mark = String.valueOf((char) ('a' + Math.floorMod(who.hashCode() + round, 26)));
    return mark.repeat(2_000 + Math.floorMod(who.hashCode() + round, 26)).getBytes(UTF_8);
  }

  private static void check(byte[] signIn) {
    String text = new String(signIn, UTF_8);
    if (text.chars().distinct().count() != 1 || text.length() != 2_000 + text.charAt(0) - 'a') {
      throw new AssertionError("half a sign-in");
    }
  }
}
