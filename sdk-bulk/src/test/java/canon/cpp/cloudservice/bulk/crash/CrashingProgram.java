package canon.cpp.cloudservice.bulk.crash;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A program that runs one job and halts its JVM, without any shutdown, after a number of responses.
 *
 * <p>Arguments: address, token, operation, journal, rows, and after how many responses to halt.
 */
final class CrashingProgram {
  static final int HALTED = 13;

  private CrashingProgram() {}

  public static void main(String[] arguments) {
    Path journal = Path.of(arguments[3]);
    long haltAfter = Long.parseLong(arguments[5]);
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
      BulkReport report = job.journal(journal).execute();
      System.out.println(report + " " + report.stopReason());
      System.exit(report.count(ItemResult.DONE) == count ? 0 : 1);
    }
  }

  /** Returns the rows, none of which is kept. */
  private static Iterable<String> rows(int count) {
    return () ->
        IntStream.rangeClosed(1, count).mapToObj(i -> "user" + i + "@contoso.com").iterator();
  }
}
