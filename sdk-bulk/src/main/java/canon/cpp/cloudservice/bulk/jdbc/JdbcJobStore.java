package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A worker of a job in a database. Results are stored in groups. */
final class JdbcJobStore implements JobStore {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(200);
  private static final int GROUP = 100;

  private final Database database;
  private final JobTable job;
  private final RowTable rows;
  private final InputRows inputRows;
  private final Leases leases;
  private final SharedGate gate;
  private final Counts counts;
  private final JobHeader header;
  private final String account;
  private final LongSupplier nanoTime;
  private final List<FinishedRow> finished = new ArrayList<>();
  private RowState pass = RowState.OPEN;
  private long polledAt;

  private JdbcJobStore(
      Database database,
      String name,
      JobHeader header,
      String account,
      Duration leaseTime,
      LongSupplier nanoTime) {
    this.database = database;
    this.job = new JobTable(name);
    this.rows = new RowTable(name, UUID.randomUUID().toString());
    this.inputRows = new InputRows(job, rows);
    this.leases = new Leases(rows, leaseTime, nanoTime);
    this.gate = new SharedGate(job);
    this.counts = new Counts(name, nanoTime);
    this.header = header;
    this.account = account;
    this.nanoTime = nanoTime;
    this.polledAt = nanoTime.getAsLong() - POLL.toNanos();
  }

  static JdbcJobStore open(
      Database database,
      String name,
      JobHeader wanted,
      boolean otherAccount,
      Duration leaseTime,
      LongSupplier nanoTime) {
    JobHeader header = headerOf(database, new JobTable(name), wanted);
    wanted.checkContinues(header, otherAccount);
    JdbcJobStore store =
        new JdbcJobStore(database, name, header, wanted.account(), leaseTime, nanoTime);
    database.run(store.rows::reopen);
    return store;
  }

  /** Returns the job of the database, which is the wanted one if it is new. */
  private static JobHeader headerOf(Database database, JobTable job, JobHeader wanted) {
    Optional<JobHeader> found = database.query(job::header);
    if (found.isPresent()) {
      return found.get();
    }
    try {
      database.run(connection -> job.insert(connection, wanted));
      return wanted;
    } catch (JournalException e) {
      // Another worker may have been faster.
      return database.query(job::header).orElseThrow(() -> e);
    }
  }

  @Override
  public JobHeader header() {
    return header;
  }

  @Override
  public String account() {
    return account;
  }

  @Override
  public List<JobRow> next(Iterator<String> input, int max) {
    List<JobRow> next = lease(RowState.OPEN, max);
    while (next.isEmpty() && inputRows.read(database, input)) {
      next = lease(RowState.OPEN, max);
    }
    return next;
  }

  @Override
  public List<JobRow> found(long after, int max) {
    return lease(RowState.FOUND, max);
  }

  @Override
  public List<JobRow> unknown(long after, int max) {
    return lease(RowState.UNKNOWN, max);
  }

  /** Leases only rows of the input that this worker has compared with its own. */
  private List<JobRow> lease(RowState state, int max) {
    pass = state;
    return storing(
        connection -> {
          Instant now = job.gate(connection).now();
          return leases.take(connection, state, inputRows.last(), max, now);
        });
  }

  @Override
  public Duration waitForOthers() {
    boolean othersHaveRows = database.query(connection -> rows.othersHave(connection, pass));
    if (!othersHaveRows) {
      counts.forget();
    }
    return othersHaveRows ? WAIT_FOR_OTHERS : Duration.ZERO;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void started(List<JobRow> started) {
    store(
        connection -> {
          if (!rows.started(connection, started)) {
            throw new JournalException(
                "This worker paused for longer than the lease time, and another worker has taken"
                    + " its rows. Run it again, with a longer leaseTime(…).",
                null);
          }
        });
  }

  @Override
  public void finished(JobRow row, BulkItem item, Instant at) {
    RowState before = leases.end(row.number());
    finished.add(new FinishedRow(row, item, stateAfter(before, row, item), at));
    counts.changed(before, item.result());
    if (finished.size() >= GROUP) {
      store(connection -> {});
    }
  }

  private static RowState stateAfter(RowState before, JobRow row, BulkItem item) {
    if (item.result() == ItemResult.UNKNOWN) {
      return before == RowState.UNKNOWN ? RowState.ENDED : RowState.UNKNOWN;
    }
    boolean wasRead = before == RowState.OPEN && row.target() != null;
    return wasRead && item.result() == ItemResult.NOT_TRIED ? RowState.FOUND : RowState.ENDED;
  }

  private void store(Database.Transaction transaction) {
    boolean unused =
        storing(
            connection -> {
              transaction.run(connection);
              return true;
            });
  }

  /** Runs a transaction that also stores the results so far. They are kept if it fails. */
  private <T> T storing(Database.Query<T> query) {
    T result =
        database.query(
            connection -> {
              rows.finished(connection, finished);
              return query.run(connection);
            });
    finished.clear();
    return result;
  }

  @Override
  public Duration throttledByOthers() {
    if (nanoTime.getAsLong() - polledAt < POLL.toNanos()) {
      return Duration.ZERO;
    }
    Duration closed =
        storing(
            connection -> {
              JobTable.Gate now = job.gate(connection);
              leases.renew(connection, now.now());
              return gate.news(now);
            });
    polledAt = nanoTime.getAsLong();
    return closed;
  }

  @Override
  public void throttled(Duration delay) {
    database.run(connection -> gate.close(connection, delay));
  }

  @Override
  public long count(ItemResult result) {
    if (counts.areOld()) {
      store(counts::read);
    }
    return counts.of(result);
  }

  @Override
  public long targets() {
    return storing(connection -> RowReader.targets(connection, rows.job()));
  }

  @Override
  public void allow(long removals) {
    database.run(connection -> job.allow(connection, removals));
  }

  @Override
  public long allowedRemovals() {
    return database.query(job::allowedRemovals);
  }

  /** Returns zero, because only journals in files can continue earlier ones. */
  @Override
  public long gone() {
    return 0;
  }

  @Override
  public void close() {
    try (database) {
      store(leases::release);
    }
  }
}
