package canon.cpp.cloudservice.bulk.jdbc;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A journal in a database. Several workers, in one process or on several machines, can run the same
 * job at the same time: each leases some rows, works on them, and leases more.
 *
 * <pre>{@code
 * JdbcJournal.createTables(dataSource);   // once, or run the statements of JdbcJournal.schema()
 *
 * // the same in every worker, with the same input and the same account
 * Journal journal = JdbcJournal.of(dataSource, "import-2031");
 * BulkReport report = Bulk.with(client).addUsers(addresses).journal(journal).execute();
 * }</pre>
 *
 * <ul>
 *   <li><b>Input</b>: every worker is given the whole input. The first one to reach a row stores
 *       it, and the others compare.
 *   <li><b>Leases</b>: a worker that ends without releasing its rows, such as one that was killed,
 *       loses them when its leases run out by the clock of the database. Another worker repeats
 *       what was sent, under the same idempotency keys, so that nothing is applied twice.
 *   <li><b>Rate</b>: when the service asks one worker to come back later, all workers wait.
 *   <li><b>End</b>: a worker returns when no row is left, also of the others. Its report counts the
 *       rows of all workers. Rows without a result are {@code NOT_TRIED}.
 *   <li><b>Stopping</b>: a worker that stops leaves its rows to the others. {@code
 *       stopAfterRejections} counts for each worker.
 * </ul>
 *
 * <p>A worker uses one connection for as long as its job runs. The journal is tested with
 * PostgreSQL 15 and H2; another database needs {@code FOR UPDATE SKIP LOCKED}. The tables contain
 * e-mail addresses.
 */
@CheckReturnValue
public final class JdbcJournal implements Journal {
  private static final Duration DEFAULT_LEASE_TIME = Duration.ofMinutes(2);
  private static final Duration SHORTEST_LEASE_TIME = Duration.ofSeconds(1);
  private static final int MAX_NAME_LENGTH = 200;

  private final DataSource dataSource;
  private final String name;
  private final Duration leaseTime;
  private final LongSupplier nanoTime;

  private JdbcJournal(
      DataSource dataSource, String name, Duration leaseTime, LongSupplier nanoTime) {
    this.dataSource = dataSource;
    this.name = name;
    this.leaseTime = leaseTime;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns the journal of a job. It can be executed again to continue, like one in a file.
   *
   * @param dataSource gives connections to the database
   * @param name the name of the job in the tables, 1 to 200 characters
   * @return the journal
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public static JdbcJournal of(DataSource dataSource, String name) {
    requireNonNull(dataSource, "dataSource");
    if (name.trim().isEmpty() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "The name of a job must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
    return new JdbcJournal(dataSource, name, DEFAULT_LEASE_TIME, System::nanoTime);
  }

  /**
   * Sets after which time without a sign of life other workers take over the rows of a worker.
   * Choose more than the longest timeout of a request and the longest pause of the process.
   *
   * @param duration at least a second; 2 minutes by default
   * @return a journal with that time
   * @throws IllegalArgumentException if the duration is too short
   */
  public JdbcJournal leaseTime(Duration duration) {
    if (duration.compareTo(SHORTEST_LEASE_TIME) < 0) {
      throw new IllegalArgumentException(
          "The lease time must be at least a second, but is " + duration);
    }
    return new JdbcJournal(dataSource, name, duration, nanoTime);
  }

  /** Replaces the time by which the store limits how often it reads. */
  JdbcJournal nanoTime(LongSupplier time) {
    return new JdbcJournal(dataSource, name, leaseTime, time);
  }

  /**
   * Returns the statements that create the tables, for a tool that manages the schema.
   *
   * @return SQL statements without semicolons; they do nothing if the tables exist
   */
  public static List<String> schema() {
    return Schema.STATEMENTS;
  }

  /**
   * Creates the tables unless they exist.
   *
   * @param dataSource gives connections to the database
   * @throws canon.cpp.cloudservice.bulk.JournalException if that fails
   */
  public static void createTables(DataSource dataSource) {
    try (Database database = Database.connect(dataSource)) {
      database.run(Schema::create);
    }
  }

  @Override
  public JobStore open(JobHeader wanted, boolean otherAccount) {
    Database database = Database.connect(dataSource);
    try {
      return JdbcJobStore.open(database, name, wanted, otherAccount, leaseTime, nanoTime);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** {@inheritDoc} Rows without a result are {@code NOT_TRIED}. */
  @Override
  public Stream<BulkItem> items() {
    return RowReader.items(Database.connect(dataSource), name);
  }

  /** {@inheritDoc} These are the jobs of the same database. */
  @Override
  public long removalsOfOtherJobs(JobHeader job, Instant since) {
    try (Database database = Database.connect(dataSource)) {
      return database.query(connection -> RowReader.removals(connection, name, job, since));
    }
  }

  /** Returns the name of the job. */
  @Override
  public String toString() {
    return "JdbcJournal[" + name + "]";
  }
}
