package canon.cpp.cloudservice.bulk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.bulk.jdbc.JdbcJournal;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four JVMs share a job in PostgreSQL, and two of them are killed. */
@Tag("postgres")
class SharedCrashTest {
  private static final String ADMIN = "admin@contoso.com";
  private static final int ROWS = 20_000;
  private static final int THROTTLED_REQUEST = 8_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(8);

  /** After so long all workers must have stopped; the gate opens later than the end says. */
  private static final Duration NOTICED = Duration.ofSeconds(2);

  private static final Duration END = Duration.ofMillis(7_500);

  @TempDir Path directory;

  @Test
  void twoOfFourWorkersDieAndNothingIsDoneTwiceOrLeftOut() throws Exception {
    Random random = new Random(Long.getLong("crash.seed", 2031));
    try (PostgresServer postgres = PostgresServer.start();
        FakeCloudService fake =
            FakeCloudService.builder().site(site -> site.administrator(ADMIN)).build()) {
      JdbcJournal.createTables(postgres.dataSource());
      fake.log().capacity(10 * ROWS);
      fake.faults().rateLimit(100, Duration.ofMillis(50));
      Sendings sendings = new Sendings(fake);

      List<ChildJvm> dying = new ArrayList<>();
      List<ChildJvm> living = new ArrayList<>();
      for (int worker = 0; worker < 2; worker++) {
        dying.add(start(fake, postgres, 200L + random.nextInt(1_500)));
        living.add(start(fake, postgres, Long.MAX_VALUE));
      }
      for (ChildJvm worker : dying) {
        String unused = worker.end(CrashingProgram.HALTED);
      }
      for (ChildJvm worker : living) {
        assertThat(worker.end(0)).contains("DONE=" + ROWS);
      }

      fake.faults().clear();
      FakeLog.assertEachOnce(fake, "addUser", ROWS);
      assertThat(FakeLog.users(fake, ADMIN)).isEqualTo(ROWS + 1);
      sendings.assertNothingWasSentWhileTheGateWasClosed();
    }
  }

  private ChildJvm start(FakeCloudService fake, PostgresServer postgres, long haltAfter)
      throws IOException {
    return ChildJvm.start(fake, ADMIN, directory, "add", postgres.url(), ROWS, haltAfter, 1);
  }

  /** When requests arrive. One of them is throttled for a long time. */
  private static final class Sendings {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong closedAt = new AtomicLong();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    Sendings(FakeCloudService fake) {
      fake.faults()
          .on("addUser")
          .when(
              request -> {
                times.add(System.nanoTime());
                return count.incrementAndGet() == THROTTLED_REQUEST;
              })
          .when(request -> closedAt.compareAndSet(0, System.nanoTime()))
          .retryAfter(RETRY_AFTER)
          .respond(429, ProblemCode.RATE_LIMITED);
    }

    void assertNothingWasSentWhileTheGateWasClosed() {
      long closed = closedAt.get();
      assertThat(closed).as("a request was throttled").isNotZero();
      assertThat(times)
          .noneMatch(time -> time - closed > NOTICED.toNanos() && time - closed < END.toNanos());
      assertThat(times).anyMatch(time -> time - closed > END.toNanos());
    }
  }
}
