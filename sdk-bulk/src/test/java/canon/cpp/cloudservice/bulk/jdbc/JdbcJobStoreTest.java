package canon.cpp.cloudservice.bulk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcJobStoreTest {
  private static final Instant NOW = Instant.parse("2031-03-01T08:00:00Z");

  /** The clock of the database is real. However slow a test is, no lease runs out by itself. */
  private static final Duration LEASE_TIME = Duration.ofDays(365);

  private final H2Database database = new H2Database();
  private final AtomicLong nanos = new AtomicLong();
  private final List<JobStore> workers = new ArrayList<>();

  @AfterEach
  void close() {
    workers.forEach(JobStore::close);
    database.close();
  }

  @Test
  void twoWorkersGetDifferentRows() {
    JobStore first = worker("job");
    JobStore second = worker("job");
    Iterator<String> input = input(10);
    Iterator<String> sameInput = input(10);

    assertThat(numbers(first.next(input, 3))).containsExactly(1L, 2L, 3L);
    assertThat(numbers(second.next(sameInput, 4))).containsExactly(4L, 5L, 6L, 7L);
    assertThat(numbers(first.next(input, 9))).containsExactly(8L, 9L, 10L);
    assertThat(second.next(sameInput, 9)).isEmpty();
    assertThat(second.waitForOthers()).isPositive();
  }

  @Test
  void theInputMayBeLongerThanWhatIsStoredAtATime() {
    JobStore first = worker("job");
    JobStore second = worker("job");

    assertThat(first.next(input(2500), 2500)).hasSize(1000);
    assertThat(numbers(second.next(input(2500), 2500))).startsWith(1001L).hasSize(1000);
    assertThat(database.value("select count(*) from cloudservice_bulk_row")).isEqualTo("2000");
  }

  @Test
  void aWorkerEndsWhenAllRowsHaveAResult() {
    JobStore first = worker("job");
    JobStore second = worker("job");
    Iterator<String> input = input(2);
    JobRow row = first.next(input, 1).get(0);
    second.next(input(2), 1).forEach(other -> finish(second, other, ItemResult.DONE));
    assertThat(second.next(Collections.emptyIterator(), 1)).isEmpty();
    assertThat(second.waitForOthers()).isPositive();

    finish(first, row, ItemResult.DONE);
    assertThat(first.next(input, 1)).isEmpty();

    assertThat(first.waitForOthers()).isZero();
    assertThat(second.waitForOthers()).isZero();
    assertThat(second.count(ItemResult.DONE)).isEqualTo(2);
    assertThat(second.count(ItemResult.NOT_TRIED)).isZero();
  }

  @Test
  void rowsOfADeadWorkerAreTakenWhenItsLeasesRunOutAndKeepTheirKeys() {
    JobStore dead = worker("job");
    JobRow sent = prepared(dead.next(input(2), 1).get(0), "key-1");
    dead.started(List.of(sent));
    JobStore living = worker("job");
    Iterator<String> input = input(2);
    living.next(input, 9).forEach(row -> finish(living, row, ItemResult.DONE));
    assertThat(living.next(input, 9)).isEmpty();
    assertThat(living.waitForOthers()).isPositive();

    database.endLeases();

    assertThat(living.next(input, 9)).containsExactly(sent);
  }

  @Test
  void aWorkerThatLivesRenewsItsLeases() {
    JobStore living = worker("job");
    assertThat(living.next(input(1), 1)).hasSize(1);
    database.endLeases();

    nanos.addAndGet(LEASE_TIME.dividedBy(4).toNanos());
    assertThat(living.throttledByOthers()).isZero();

    assertThat(worker("job").next(input(1), 1)).isEmpty();
  }

  @Test
  void aWorkerWhoseRowsWereTakenSendsNothing() {
    JobStore slow = worker("job");
    JobRow row = slow.next(input(1), 1).get(0);
    database.endLeases();
    JobStore other = worker("job");
    assertThat(other.next(input(1), 1)).hasSize(1);

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> slow.started(List.of(prepared(row, "key"))))
        .withMessageContaining("leaseTime(…)");
    finish(slow, row, ItemResult.REJECTED);
    finish(other, row, ItemResult.DONE);
    slow.close();
    workers.remove(slow);
    assertThat(other.targets()).isZero();
    assertThat(database.value("select result from cloudservice_bulk_row")).isEqualTo("DONE");
  }

  @Test
  void resultsAreKeptWhenTheTransactionThatStoresThemFails() {
    JobStore slow = worker("job");
    List<JobRow> rows = slow.next(input(2), 2);
    finish(slow, rows.get(0), ItemResult.DONE);
    database.execute("update cloudservice_bulk_row set worker = 'other' where row_no = 2");

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> slow.started(List.of(prepared(rows.get(1), "key"))));

    slow.close();
    workers.remove(slow);
    assertThat(database.value("select result from cloudservice_bulk_row where row_no = 1"))
        .isEqualTo("DONE");
  }

  @Test
  void aWorkerThatEndsReleasesItsRows() {
    JobStore first = worker("job");
    assertThat(first.next(input(5), 5)).hasSize(5);
    first.close();
    workers.remove(first);

    assertThat(worker("job").next(input(5), 9)).hasSize(5);
  }

  @Test
  void anotherInputIsRefused() {
    assertThat(worker("job").next(input(5), 1)).hasSize(1);
    List<String> changed = new ArrayList<>(inputs(5));
    changed.set(3, "other");

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> worker("job").next(changed.iterator(), 1))
        .withMessageContaining("Row 4 of the input differs");
  }

  @Test
  void aShorterInputIsRefused() {
    assertThat(worker("job").next(input(5), 1)).hasSize(1);
    JobStore second = worker("job");
    Iterator<String> shorter = input(3);
    assertThat(second.next(shorter, 9)).hasSize(2);

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> second.next(shorter, 1))
        .withMessageContaining("ends after row 3");
  }

  @Test
  void aLongerInputIsContinued() {
    JobStore first = worker("job");
    assertThat(first.next(input(2), 9)).hasSize(2);

    assertThat(numbers(worker("job").next(input(4), 9))).containsExactly(3L, 4L);
  }

  @Test
  void textThatDatabasesCannotStoreIsReplaced() {
    List<String> odd = List.of("a\0b", "\ud800");

    assertThat(worker("job").next(odd.iterator(), 9))
        .extracting(JobRow::input)
        .containsExactly("a\u2400b", "?");
    assertThatCode(() -> assertThat(worker("job").next(odd.iterator(), 9)).isEmpty())
        .doesNotThrowAnyException();
  }

  @Test
  void whenTheServiceAsksOneWorkerToWaitTheOthersAreTold() {
    JobStore first = worker("job");
    JobStore second = worker("job");
    JobStore otherJob = worker("other job");
    assertThat(second.throttledByOthers()).isZero();

    first.throttled(Duration.ofDays(3));
    nanos.addAndGet(Duration.ofMillis(100).toNanos());

    assertThat(second.throttledByOthers()).isBetween(Duration.ofDays(2), Duration.ofDays(3));
    nanos.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(second.throttledByOthers()).as("once").isZero();
    assertThat(first.throttledByOthers()).as("itself").isZero();
    assertThat(otherJob.throttledByOthers()).isZero();
    assertThat(worker("job").throttledByOthers()).as("a worker that starts later").isPositive();
  }

  @Test
  void aLongerWaitOfAnotherWorkerIsNotMissed() {
    JobStore first = worker("job");
    JobStore second = worker("job");
    first.throttled(Duration.ofDays(3));

    second.throttled(Duration.ofSeconds(1));
    nanos.addAndGet(Duration.ofMillis(100).toNanos());

    assertThat(second.throttledByOthers()).isGreaterThan(Duration.ofDays(2));
  }

  @Test
  void theDatabaseIsNotAskedBeforeEachRequest() {
    JobStore first = worker("job");
    JobStore second = worker("job");
    assertThat(second.throttledByOthers()).isZero();
    first.throttled(Duration.ofDays(3));

    assertThat(second.throttledByOthers()).isZero();
  }

  @Test
  void whatWasGivenUpIsTriedByTheNextRun() {
    JobStore first = worker("job");
    Iterator<String> input = input(2);
    List<JobRow> rows = first.next(input, 2);
    finish(first, rows.get(0), ItemResult.NOT_TRIED);
    finish(first, rows.get(1), ItemResult.UNKNOWN);
    assertThat(first.next(input, 2)).isEmpty();
    assertThat(numbers(first.unknown(0, 9))).containsExactly(2L);
    finish(first, rows.get(1), ItemResult.UNKNOWN);
    assertThat(first.unknown(0, 9)).isEmpty();
    assertThat(first.waitForOthers()).isZero();
    assertThat(first.count(ItemResult.UNKNOWN)).isEqualTo(1);

    JobStore second = worker("job");

    assertThat(numbers(second.next(input(2), 9))).containsExactly(1L);
    assertThat(numbers(second.unknown(0, 9))).containsExactly(2L);
  }

  @Test
  void aRemovalIsReadFirstAndThenRemoved() {
    JobStore store = worker("job");
    Iterator<String> input = input(3);
    List<JobRow> rows = store.next(input, 9);
    finish(store, rows.get(0).with(new RowTarget("id-1", "v1")), ItemResult.NOT_TRIED);
    finish(store, rows.get(1).with(new RowTarget("id-2", null)), ItemResult.NOT_TRIED);
    finish(store, rows.get(2), ItemResult.ALREADY_SO);

    assertThat(store.next(input, 9)).isEmpty();
    assertThat(store.targets()).isEqualTo(2);
    assertThat(store.allowedRemovals()).isEqualTo(-1);
    store.allow(2);
    assertThat(worker("job").allowedRemovals()).isEqualTo(2);
    assertThat(store.found(0, 9))
        .extracting(JobRow::target)
        .containsExactly(new RowTarget("id-1", "v1"), new RowTarget("id-2", null));
  }

  @Test
  void itemsAreInTheOrderOfTheInput() {
    JobStore store = worker("job");
    Iterator<String> input = input(1200);
    List<JobRow> rows = new ArrayList<>(store.next(input, 1000));
    rows.addAll(store.next(input, 1000));
    for (int i = rows.size() - 1; i > 0; i--) {
      finish(store, prepared(rows.get(i), "key-" + i), ItemResult.DONE);
    }
    store.close();
    workers.remove(store);

    try (var items = journal("job").items()) {
      List<BulkItem> all = items.toList();
      assertThat(all).extracting(BulkItem::input).isEqualTo(inputs(1200));
      assertThat(all.get(0).result()).isEqualTo(ItemResult.NOT_TRIED);
      assertThat(all.get(7).idempotencyKey()).isEqualTo("key-7");
      assertThat(all.get(7).requestId()).isEqualTo("request");
    }
  }

  @Test
  void removalsOfOtherJobsOfTheSiteAreCounted() {
    JobStore store = worker("first");
    store.next(input(3), 9).forEach(row -> finish(store, row, ItemResult.DONE));
    assertThat(store.targets()).isZero();
    JobHeader sameSite = header("addUsers", "site");

    assertThat(journal("second").removalsOfOtherJobs(sameSite, NOW.minusSeconds(1))).isEqualTo(3);
    assertThat(journal("first").removalsOfOtherJobs(sameSite, NOW.minusSeconds(1))).isZero();
    assertThat(journal("second").removalsOfOtherJobs(sameSite, NOW)).isZero();
    assertThat(journal("second").removalsOfOtherJobs(header("addUsers", "x"), NOW.minusSeconds(1)))
        .isZero();
    assertThat(journal("second").removalsOfOtherJobs(header("other", "site"), NOW.minusSeconds(1)))
        .isZero();
  }

  @Test
  void aJobOfAnotherOperationIsRefused() {
    assertThat(worker("job").header()).isEqualTo(header("addUsers", "site"));

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> journal("job").open(header("addAdministrators", "site"), false))
        .withMessageContaining("another operation");
  }

  @Test
  void missingTablesAreReported() {
    database.execute("drop table cloudservice_bulk_row");

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(() -> worker("job"))
        .withMessageContaining("Check that the tables exist");
  }

  @Test
  void tablesCanBeCreatedAgain() {
    assertThatCode(() -> JdbcJournal.createTables(database.dataSource()))
        .doesNotThrowAnyException();
    assertThat(JdbcJournal.schema()).hasSize(3).noneMatch(sql -> sql.contains(";"));
  }

  @Test
  void namesAndTimesAreChecked() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> JdbcJournal.of(database.dataSource(), " "));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> journal("job").leaseTime(Duration.ofMillis(999)));
    assertThat(journal("job")).hasToString("JdbcJournal[job]");
  }

  private JdbcJournal journal(String name) {
    return JdbcJournal.of(database.dataSource(), name).leaseTime(LEASE_TIME).nanoTime(nanos::get);
  }

  private JobStore worker(String name) {
    JobStore store = journal(name).open(header("addUsers", "site"), false);
    workers.add(store);
    return store;
  }

  private static JobHeader header(String operation, String site) {
    return new JobHeader("id", operation, "", site, "account", NOW);
  }

  private static List<String> inputs(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "row" + i).toList();
  }

  private static Iterator<String> input(int count) {
    return inputs(count).iterator();
  }

  private static List<Long> numbers(List<JobRow> rows) {
    return rows.stream().map(JobRow::number).toList();
  }

  private static JobRow prepared(JobRow row, String key) {
    return row.with(new JobRow.Prepared(key, "account", NOW));
  }

  private static void finish(JobStore store, JobRow row, ItemResult result) {
    JobRow.Prepared prepared = row.prepared();
    BulkItem item =
        new BulkItem(
            row.number(),
            row.input(),
            result,
            null,
            null,
            "request",
            prepared == null ? null : prepared.key());
    store.finished(row, item, NOW);
  }
}
