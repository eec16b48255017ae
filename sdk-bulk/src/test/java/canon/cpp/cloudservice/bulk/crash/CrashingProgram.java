package canon.cpp.cloudservice.bulk.crash;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.jdbc.JdbcJournal;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program that runs one job and halts its JVM, without any shutdown, after a number of responses.
 *
 * <p>Arguments: address, token, operation, journal, rows, after how many responses to halt, and how
 * much faster than real time the job's time passes. The journal is a file or a database.
 */
final class CrashingProgram {
  static final int HALTED = 13;

  /** Longer than a loaded machine lets a process stand still. */
  private static final Duration LEASE_TIME = Duration.ofSeconds(20);

  private CrashingProgram() {}

  public static void main(String[] arguments) {
    long haltAfter = Long.parseLong(arguments[5]);
    ScaledTime time = new ScaledTime(Long.parseLong(arguments[6]));
    try (CloudServiceClient client =
        CloudServiceClient.builder(URI.create(arguments[0]))
            .transport(new HaltingTransport(haltAfter))
            .build()) {
      Bulk bulk = Bulk.with(client.withToken(arguments[1]));
      int count = Integer.parseInt(arguments[4]);
      Iterable<String> rows = rows(count);
      BulkJob job =
          arguments[2].equals("add")
              ? bulk.addUsers(rows)
              : bulk.removeUsers(rows).approvingRemovals(count);
      BulkReport report = withJournal(job, arguments[3]).time(time, time).execute();
      System.out.println(report + " " + report.stopReason() + ", live heap " + liveHeap() + " MB");
      System.exit(report.count(ItemResult.DONE) == count ? 0 : 1);
    }
  }

  private static BulkJob withJournal(BulkJob job, String journal) {
    if (!journal.startsWith("jdbc:")) {
      return job.journal(Path.of(journal));
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(journal);
    return job.journal(JdbcJournal.of(database, "job").leaseTime(LEASE_TIME));
  }

  /** Returns the rows, none of which is kept. */
  private static Iterable<String> rows(int count) {
    return () ->
        IntStream.rangeClosed(1, count).mapToObj(i -> "user" + i + "@contoso.com").iterator();
  }

  /** Returns what the last collection of the old generation has left in it, in megabytes. */
  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
            .sum()
        >> 20;
  }
}
