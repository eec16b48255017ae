package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Jobs of other JVMs that are killed at seeded moments, and what the fake says afterwards. Each key
 * must take effect at most once, and each row exactly once.
 */
final class Crashes {
  private static final String ADMIN = "admin@contoso.com";

  private final Path directory;
  private final int rows;
  private final int kills;
  private final Random random;

  Crashes(Path directory, int rows, int kills, long seed) {
    this.directory = directory;
    this.rows = rows;
    this.kills = kills;
    this.random = new Random(seed);
  }

  void addAndRemove() throws IOException, InterruptedException {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build()) {
      fake.log().capacity(20 * rows);
      run(fake, "add", kills - kills / 2);
      assertThat(users(fake)).isEqualTo(rows + 1);
      assertEachOnce(fake, "addUser");
      run(fake, "remove", kills / 2);
      assertThat(users(fake)).isEqualTo(1);
      assertEachOnce(fake, "removeUserFromEveryList");
      assertThat(fake.log().removed()).as("entries that the log has dropped").isZero();
    }
  }

  /** Runs a job of a million rows, or of another number, in 64 MB. */
  void add() throws IOException, InterruptedException {
    try (FakeCloudService fake =
        FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build()) {
      run(fake, "add", kills);
      assertThat(users(fake)).isEqualTo(rows + 1);
    }
  }

  private void run(FakeCloudService fake, String operation, int times)
      throws IOException, InterruptedException {
    for (int kill = 0; kill < times; kill++) {
      Child child = child(fake, operation, haltAfter(operation, kill, times));
      assertThat(child.status()).as(child.output()).isEqualTo(CrashingProgram.HALTED);
    }
    Child last = child(fake, operation, Long.MAX_VALUE);
    assertThat(last.status()).as(last.output()).isZero();
  }

  /** A removal first reads all rows, so its first crash is after that. */
  private long haltAfter(String operation, int kill, int times) {
    int share = rows / (times + 1);
    int reads = operation.equals("add") || kill > 0 ? 0 : rows;
    return reads + 1L + share / 2 + random.nextInt(share);
  }

  /** How a child ended. */
  private record Child(int status, String output) {}

  private Child child(FakeCloudService fake, String operation, long haltAfter)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory.getParent(), "child", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingProgram.class.getName(),
                fake.http().address().toString(),
                fake.http().tokenFor(FakeAccount.of(ADMIN)).value(),
                operation,
                directory.resolve(operation + ".jsonl").toString(),
                String.valueOf(rows),
                String.valueOf(haltAfter))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.HOURS)).as("the child has ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Child(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private static long users(FakeCloudService fake) {
    return fake.client(ADMIN).users().list().pageSize(1000).stream().count();
  }

  private void assertEachOnce(FakeCloudService fake, String operation) {
    List<LoggedRequest> requests = fake.log().of(operation);
    Map<String, Integer> applied = new HashMap<>();
    for (LoggedRequest request : requests) {
      if (request.applied()) {
        applied.merge(String.valueOf(request.idempotencyKey()), 1, Integer::sum);
      }
    }
    assertThat(applied).as("keys that took effect").hasSize(rows);
    assertThat(applied.values()).as("how often each key took effect").containsOnly(1);
    assertThat(requests.stream().map(LoggedRequest::idempotencyKey).distinct().count())
        .as("keys that were sent")
        .isEqualTo(rows);
  }
}
