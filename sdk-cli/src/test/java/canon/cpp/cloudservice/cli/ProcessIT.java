package canon.cpp.cloudservice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process: terminal, pipes, full disk, locale, signals. */
@Tag("cli")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class ProcessIT {
  private static final long SECONDS = 60;

  @TempDir private Path home;
  private FakeSite site;

  @BeforeEach
  void start() {
    site = new FakeSite(home);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPipeGetsPlainOutputAndTheExitCode() throws Exception {
    Ran ran = sh("$CLI whoami | cat; $CLI users show nobody@contoso.com; echo code $?");

    assertThat(ran.out()).contains(FakeSite.ADMIN, "code 3").doesNotContain("\u001b");
    assertThat(ran.err()).contains("Check the spelling").doesNotContain("\tat ");
  }

  @Test
  void aTerminalGetsColourAndIsAsked() throws Exception {
    Ran ran =
        sh(
            "printf 'n\\n' | script -qec \"$CLI whoami; $CLI users remove a@b.com\" /dev/null;"
                + " NO_COLOR=1 script -qec \"$CLI portal\" /dev/null");

    assertThat(ran.out()).contains("\u001b[1memail", "https://remotecontrol.cpp.canon");
  }

  @Test
  void aClosedPipeEndsTheCommandWithoutAMessage() throws Exception {
    Ran ran = sh("$CLI users list --format csv | head -c 1; $CLI whoami > /dev/full; echo code $?");

    assertThat(ran.out()).startsWith("e").contains("code 1");
    assertThat(ran.err()).contains("No space left on device").doesNotContain("Exception");
  }

  @Test
  void aLocaleWithoutUnicodeStillWritesUtf8Json() throws Exception {
    site.admin().run("users", "add", "jos\u00e9@contoso.com");

    Ran ran =
        sh(
            "export LC_ALL=C; $CLI users list --format jsonl; $CLI users show jos\u00e9@x.com; echo"
                + " $?");

    assertThat(ran.out()).contains("jos\u00e9@contoso.com", "64");
    assertThat(ran.err()).contains("UTF-8");
  }

  @Test
  void anInterruptedImportIsContinuedByTheSameCommand() throws Exception {
    Path unused =
        Files.writeString(home.resolve("in.csv"), "email\njane@contoso.com\njohn@contoso.com\n");
    var hold = site.fake().faults().on("addUser").hold();
    // A build in the background ignores the signal, and so would its children.
    Process job = process("exec env --default-signal=INT $CLI users import in.csv");
    hold.reached().get(SECONDS, TimeUnit.SECONDS);
    int signalled = new ProcessBuilder("kill", "-INT", "" + job.pid()).start().waitFor();
    awaitInterruption(job);
    hold.release();
    boolean ended = job.waitFor(SECONDS, TimeUnit.SECONDS);

    assertThat(signalled).isZero();
    assertThat(ended).isTrue();
    assertThat(job.exitValue()).isEqualTo(130);
    Ran again = sh("$CLI users import in.csv; echo code $?");
    assertThat(again.out()).contains("code 0");
  }

  /** Waits until the JVM has begun to end, so that the job cannot finish before. */
  private static void awaitInterruption(Process job) throws IOException {
    Path threads = Path.of("/proc/" + job.pid() + "/task");
    while (job.isAlive()) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
        for (Path thread : all) {
          if (name(thread).startsWith("cloudservice-in")) {
            return;
          }
        }
      }
      Thread.onSpinWait();
    }
  }

  /** Returns the first 15 characters of a thread's name. */
  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm"));
    } catch (IOException e) {
      return ""; // The thread has ended.
    }
  }

  @Test
  void aKilledImportIsContinuedAndAppliesNothingTwice() throws Exception {
    Path unused =
        Files.writeString(home.resolve("in.csv"), "email\njane@contoso.com\njohn@contoso.com\n");
    var hold = site.fake().faults().on("addUser").hold();
    Process job = process("exec $CLI users import in.csv");
    hold.reached().get(SECONDS, TimeUnit.SECONDS);
    job.destroyForcibly(); // SIGKILL
    boolean ended = job.waitFor(SECONDS, TimeUnit.SECONDS);
    hold.release();

    Ran again = sh("$CLI users import in.csv; echo code $?");

    assertThat(ended).isTrue();
    assertThat(job.exitValue()).isEqualTo(128 + 9);
    assertThat(again.out()).contains("code 0");
    assertThat(again.err()).contains("Continuing the job");
    assertThat(site.admin().run("users", "list").out())
        .contains("jane@contoso.com", "john@contoso.com");
    site.fake().log().appliedOnce();
  }

  private Ran sh(String script) throws IOException, InterruptedException {
    Process process = process(script);
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    assertThat(ended).isTrue();
    return new Ran(Files.readString(home.resolve("out")), Files.readString(home.resolve("err")));
  }

  private Process process(String script) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script)
            .directory(home.toFile())
            .redirectOutput(home.resolve("out").toFile())
            .redirectError(home.resolve("err").toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    builder.environment().put("CLOUD_SERVICE_ENDPOINT", site.fake().http().address().toString());
    builder.environment().put("CLOUD_SERVICE_TOKEN", site.fake().tokenFor(FakeSite.ADMIN).value());
    builder
        .environment()
        .put(
            "CLI",
            String.join(
                " ",
                List.of(java, "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("cli.jar"))));
    return builder.start();
  }

  private record Ran(String out, String err) {}
}
