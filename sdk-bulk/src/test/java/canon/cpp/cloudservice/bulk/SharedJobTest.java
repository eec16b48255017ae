package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.jdbc.H2Database;
import canon.cpp.cloudservice.bulk.jdbc.JdbcJournal;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that share one job in a database. */
class SharedJobTest {
  private final FakeSite site = new FakeSite();
  private final H2Database database = new H2Database();

  /** Waits for other workers need no virtual time, which would move the time of their calls. */
  private final SystemTimer timer = new SystemTimer("shared-job-test");

  @AfterEach
  void close() {
    timer.close();
    site.close();
    database.close();
  }

  /** Returns a journal whose leases do not run out, because the clock of the database is real. */
  private Journal journal(String name) {
    return JdbcJournal.of(database.dataSource(), name).leaseTime(Duration.ofDays(365));
  }

  @Test
  void aJobThatFailedHalfwayContinues() {
    for (int run = 1; run <= 3; run++) {
      BulkJob job = site.adding(addresses(200)).journal(journal("job"));
      assertThatExceptionOfType(ResumeTest.Crash.class)
          .isThrownBy(job.onProgress(ResumeTest.crashAfter(50L * run))::execute);
    }

    BulkReport report = site.adding(addresses(200)).journal(journal("job")).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(200);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.items()).hasSize(200);
    assertThat(site.applied("addUser")).hasSize(200).allSatisfy((k, n) -> assertThat(n).isOne());
  }

  @Test
  void fourWorkersOfWhichTwoDieDoNothingTwiceAndLeaveNothingOut() {
    int rows = 1000;
    for (int worker = 1; worker <= 2; worker++) {
      BulkJob dying = site.adding(addresses(rows)).journal(new Abandoned(journal("job")));
      assertThatExceptionOfType(ResumeTest.Crash.class)
          .isThrownBy(dying.onProgress(ResumeTest.crashAfter(150L * worker))::execute);
    }
    database.endLeases();

    List<CompletableFuture<BulkReport>> workers = new ArrayList<>();
    for (int worker = 1; worker <= 4; worker++) {
      workers.add(
          site.adding(addresses(rows))
              .journal(journal("job"))
              .time(timer, site.fake.clock())
              .executeAsync());
    }

    assertThat(workers)
        .extracting(CompletableFuture::join)
        .allSatisfy(report -> assertThat(report.count(ItemResult.DONE)).isEqualTo(rows))
        .allMatch(BulkReport::isComplete);
    assertThat(site.applied("addUser")).hasSize(rows).allSatisfy((k, n) -> assertThat(n).isOne());
    assertThat(site.users()).isEqualTo(rows + 2);
  }

  @Test
  void twoWorkersRemoveUnderOneCeiling() {
    site.adding(addresses(200)).execute();
    List<CompletableFuture<BulkReport>> workers = new ArrayList<>();
    for (int worker = 1; worker <= 2; worker++) {
      workers.add(
          site.removing(addresses(40))
              .journal(journal("leavers"))
              .time(timer, site.fake.clock())
              .executeAsync());
    }

    assertThat(workers)
        .extracting(CompletableFuture::join)
        .allSatisfy(report -> assertThat(report.count(ItemResult.DONE)).isEqualTo(40));
    assertThat(site.applied("removeUserFromEveryList")).hasSize(40);
    BulkRemoval more = site.removing(addresses(60)).journal(journal("more"));
    assertThatExceptionOfType(RemovalCeilingException.class)
        .isThrownBy(more::execute)
        .withMessageContaining("after the 40 removals of the last 7 days");
  }

  @Test
  void theCeilingOfAWorkerIsThatOfTheWorkerThatWasFirst() {
    site.adding(addresses(200)).execute();
    BulkRemoval first = site.removing(addresses(50)).journal(journal("leavers"));
    BulkRemoval second =
        site.removing(addresses(50)).journal(new Overtaken(journal("leavers"), first));

    BulkReport report = second.execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(50);
    assertThat(site.applied("removeUserFromEveryList")).hasSize(50);
  }

  @Test
  void aWorkerThatStopsLeavesItsRowsToTheOthers() {
    site.fake.faults().on("addUser").skip(30).respond(401, ProblemCode.SESSION_ENDED);
    BulkReport stopped = site.adding(addresses(300)).journal(journal("job")).execute();
    assertThat(stopped.stopReason()).contains(StopReason.NOT_AUTHENTICATED);
    assertThat(stopped.count(ItemResult.DONE)).isEqualTo(30);
    assertThat(stopped.count(ItemResult.NOT_TRIED)).isEqualTo(270);
    assertThat(stopped.isComplete()).isFalse();
    site.fake.faults().clear();

    BulkReport report = site.adding(addresses(300)).journal(journal("job")).execute();

    assertThat(report.count(ItemResult.DONE)).isEqualTo(300);
    assertThat(report.jobId()).isEqualTo(stopped.jobId());
    assertThat(site.applied("addUser")).hasSize(300);
  }

  @Test
  void nobodySendsWhileAnotherWorkerWasAskedToWait() {
    Duration delay = Duration.ofSeconds(30);
    Throttled journal = new Throttled(journal("job"), 40, delay);

    BulkReport report = site.adding(addresses(200)).journal(journal).execute();

    assertThat(report.isComplete()).isTrue();
    Instant closed = site.requests("addUser").get(0).at();
    assertThat(site.requests("addUser"))
        .noneMatch(
            request -> request.at().isAfter(closed) && request.at().isBefore(closed.plus(delay)));
    assertThat(site.requests("addUser"))
        .anyMatch(request -> !request.at().isBefore(closed.plus(delay)));
  }

  @Test
  void aWorkerTellsTheOthersToWait() {
    site.fake
        .faults()
        .on("addUser")
        .skip(50)
        .times(1)
        .retryAfter(Duration.ofSeconds(30))
        .respond(429);
    Throttled journal = new Throttled(journal("job"), Integer.MAX_VALUE, Duration.ZERO);

    BulkReport report = site.adding(addresses(100)).journal(journal).execute();

    assertThat(report.isComplete()).isTrue();
    assertThat(journal.told).containsExactly(Duration.ofSeconds(30));
  }

  /** A journal whose worker is killed: it releases nothing. */
  private static final class Abandoned extends Wrapper {
    Abandoned(Journal journal) {
      super(journal);
    }

    @Override
    void close(JobStore store) {
      // A killed process does not release its rows.
    }
  }

  /** A journal of which another worker does all removals while this one checks the ceiling. */
  private static final class Overtaken extends Wrapper {
    private final BulkRemoval other;
    private boolean done;

    Overtaken(Journal journal, BulkRemoval other) {
      super(journal);
      this.other = other;
    }

    @Override
    long allowedRemovals(JobStore store) {
      long before = store.allowedRemovals();
      if (!done) {
        done = true;
        other.execute();
      }
      return before;
    }
  }

  /** A journal that says once that another worker was asked to wait. */
  private static final class Throttled extends Wrapper {
    private final int after;
    private final Duration delay;
    private final List<Duration> told = new ArrayList<>();
    private int asked;

    Throttled(Journal journal, int after, Duration delay) {
      super(journal);
      this.after = after;
      this.delay = delay;
    }

    @Override
    Duration throttledByOthers(JobStore store) {
      return asked++ == after ? delay : Duration.ZERO;
    }

    @Override
    void throttled(Duration told) {
      this.told.add(told);
    }
  }

  /** A journal that can be changed in some points. */
  private static class Wrapper implements Journal {
    private final Journal journal;

    Wrapper(Journal journal) {
      this.journal = journal;
    }

    void close(JobStore store) {
      store.close();
    }

    Duration throttledByOthers(JobStore store) {
      return store.throttledByOthers();
    }

    long allowedRemovals(JobStore store) {
      return store.allowedRemovals();
    }

    void throttled(Duration told) {}

    @Override
    public Stream<BulkItem> items() {
      return journal.items();
    }

    @Override
    public long removalsOfOtherJobs(JobHeader job, Instant since) {
      return journal.removalsOfOtherJobs(job, since);
    }

    @Override
    public JobStore open(JobHeader wanted, boolean otherAccount) {
      JobStore store = journal.open(wanted, otherAccount);
      return new JobStore() {
        @Override
        public JobHeader header() {
          return store.header();
        }

        @Override
        public String account() {
          return store.account();
        }

        @Override
        public List<JobRow> next(Iterator<String> input, int max) {
          return store.next(input, max);
        }

        @Override
        public List<JobRow> found(long after, int max) {
          return store.found(after, max);
        }

        @Override
        public List<JobRow> unknown(long after, int max) {
          return store.unknown(after, max);
        }

        @Override
        public void started(List<JobRow> rows) {
          store.started(rows);
        }

        @Override
        public void finished(JobRow row, BulkItem item, Instant at) {
          store.finished(row, item, at);
        }

        @Override
        public long count(ItemResult result) {
          return store.count(result);
        }

        @Override
        public long targets() {
          return store.targets();
        }

        @Override
        public void allow(long removals) {
          store.allow(removals);
        }

        @Override
        public long allowedRemovals() {
          return Wrapper.this.allowedRemovals(store);
        }

        @Override
        public long gone() {
          return store.gone();
        }

        @Override
        public boolean isShared() {
          return store.isShared();
        }

        @Override
        public Duration waitForOthers() {
          return store.waitForOthers();
        }

        @Override
        public void throttled(Duration delay) {
          Wrapper.this.throttled(delay);
          store.throttled(delay);
        }

        @Override
        public Duration throttledByOthers() {
          return Wrapper.this.throttledByOthers(store);
        }

        @Override
        public void close() {
          Wrapper.this.close(store);
        }
      };
    }
  }
}
