package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs of other JVMs that are killed at seeded moments, under the chaos and a rate limit of the
 * fake, and what the fake says afterwards. Each key must take effect at most once, and each row
 * exactly once.
 */
final class Crashes {
  private static final String ADMIN = "admin@contoso.com";

  /** The job waits 10 milliseconds for each second that the service asks for. */
  private static final int TIME_FACTOR = 100;

  /** 400 requests a second; a new job sends more than the burst at once. */
  private static final int REQUESTS = 4;

  private static final Duration PERIOD = Duration.ofMillis(10);

  private final Path directory;
  private final int rows;
  private final int kills;
  private final long seed;
  private final Random random;

  Crashes(Path directory, int rows, int kills, long seed) {
    this.directory = directory;
    this.rows = rows;
    this.kills = kills;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Runs both jobs to their end, and returns the statuses of all responses; 0 is a lost one. */
  Set<Integer> addAndRemove() throws IOException, InterruptedException {
    try (FakeCloudService fake = fake()) {
      fake.log().capacity(40 * rows);
      fake.faults().chaos(seed);
      fake.faults().rateLimit(REQUESTS, PERIOD);
      run(fake, "add", kills - kills / 2);
      run(fake, "remove", kills / 2);

      fake.faults().clear();
      FakeLog.assertEachOnce(fake, "addUser", rows);
      FakeLog.assertEachOnce(fake, "removeUserFromEveryList", rows);
      assertThat(FakeLog.users(fake, ADMIN)).isEqualTo(1);
      return fake.log().entries().stream().map(LoggedRequest::status).collect(Collectors.toSet());
    }
  }

  /** Runs a job of a million rows, or of another number, in 64 MB. */
  void add() throws IOException, InterruptedException {
    try (FakeCloudService fake = fake()) {
      System.out.print(child(fake, "add", Long.MAX_VALUE).end(0));
      assertThat(FakeLog.users(fake, ADMIN)).isEqualTo(rows + 1);
    }
  }

  private static FakeCloudService fake() {
    return FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build();
  }

  private void run(FakeCloudService fake, String operation, int times)
      throws IOException, InterruptedException {
    for (int kill = 0; kill < times; kill++) {
      child(fake, operation, haltAfter(operation, kill, times)).end(CrashingProgram.HALTED);
    }
    child(fake, operation, Long.MAX_VALUE).end(0);
  }

  /** A removal first reads all rows, so its first crash is after that. */
  private long haltAfter(String operation, int kill, int times) {
    int share = rows / (times + 1);
    int reads = operation.equals("add") || kill > 0 ? 0 : rows;
    return reads + 1L + share / 2 + random.nextInt(share);
  }

  private ChildJvm child(FakeCloudService fake, String operation, long haltAfter)
      throws IOException {
    return ChildJvm.start(
        fake,
        ADMIN,
        directory.getParent(),
        operation,
        directory.resolve(operation + ".jsonl").toString(),
        rows,
        haltAfter,
        TIME_FACTOR);
  }
}
