package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.jdbc.JdbcJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code in {@code docs/bulk.md} and in the README. */
final class BulkSnippets {
  private static final Logger log = LoggerFactory.getLogger(BulkSnippets.class);

  private BulkSnippets() {}

  static BulkReport adding(CloudServiceClient admin, List<String> addresses) {
    BulkReport report =
        Bulk.with(admin).addUsers(addresses).journal(Path.of("import-2031.jsonl")).execute();
    System.out.println(report.count(ItemResult.DONE) + " added, complete: " + report.isComplete());
    return report;
  }

  static void reading(BulkReport report) {
    try (Stream<BulkItem> items = report.rejected()) {
      items.forEach(item -> log.warn("row {}: {}", item.row(), item.message()));
    }
  }

  static BulkReport sharing(
      CloudServiceClient admin, DataSource dataSource, List<String> addresses) {
    JdbcJournal.createTables(dataSource); // once
    BulkReport report =
        Bulk.with(admin)
            .addUsers(addresses)
            .journal(JdbcJournal.of(dataSource, "import-2031"))
            .execute();
    return report;
  }

  static void continuing(CloudServiceClient admin, List<String> changedAddresses) {
    BulkReport second =
        Bulk.with(admin)
            .addUsers(changedAddresses)
            .journal(Path.of("import-2031-b.jsonl"))
            .continuing(Path.of("import-2031.jsonl"))
            .execute();
    System.out.println(second.gone() + " rows are not in the input any more; nothing was undone");
  }

  static void removing(CloudServiceClient admin, List<String> addresses) {
    BulkRemoval leavers =
        Bulk.with(admin)
            .removeUsers(addresses)
            .protecting(List.of("operator@contoso.com"))
            .journal(Path.of("journals/leavers-2031-03.jsonl"));
    RemovalPreview preview = leavers.dryRun();
    System.out.println(
        preview.removals() + " would be removed, " + preview.allowed() + " are allowed");
    leavers.execute();
  }
}
