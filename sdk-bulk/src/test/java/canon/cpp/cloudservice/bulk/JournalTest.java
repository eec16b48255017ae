package canon.cpp.cloudservice.bulk;

import static canon.cpp.cloudservice.bulk.FakeSite.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;
  private final FakeSite site = new FakeSite();
  private Path journal;

  @BeforeEach
  void chooseJournal() {
    journal = directory.resolve("journal.jsonl");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void eachRowHasALineBeforeItsRequestAndOneAfter() throws IOException {
    site.adding(addresses(1)).journal(journal).execute();

    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.path("type").asText())
        .containsExactly("job", "started", "finished");
    assertThat(fields(lines.get(0)))
        .containsExactly(
            "type", "version", "id", "operation", "parameters", "site", "account", "createdAt");
    assertThat(fields(lines.get(1)))
        .containsExactly("type", "row", "hash", "input", "key", "account", "firstAttemptAt");
    assertThat(fields(lines.get(2)))
        .containsExactly(
            "type",
            "row",
            "hash",
            "input",
            "key",
            "account",
            "firstAttemptAt",
            "result",
            "requestId",
            "finishedAt");
    assertThat(lines.get(1).path("key").asText())
        .isEqualTo(site.requests("addUser").get(0).idempotencyKey());
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");

    site.adding(addresses(1)).journal(journal).execute();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
  }

  @Test
  void aTornLastLineIsIgnored() throws IOException {
    site.adding(addresses(20)).journal(journal).execute();
    byte[] whole = Files.readAllBytes(journal);
    for (int cut : new int[] {1, 40, 200}) {
      byte[] torn = java.util.Arrays.copyOf(whole, whole.length - cut);
      Files.write(journal, torn);

      BulkReport report = site.adding(addresses(20)).journal(journal).execute();

      assertThat(report.count(ItemResult.DONE)).isEqualTo(20);
      assertThat(lines()).allMatch(JsonNode::isObject);
    }
    assertThat(site.applied("addUser")).hasSize(20);
  }

  @Test
  void aDamagedLineIsReported() throws IOException {
    site.adding(addresses(3)).journal(journal).execute();
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    lines.set(2, "{\"type\":");
    Files.write(journal, lines);

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(site.adding(addresses(3)).journal(journal)::execute)
        .withMessageContaining("Line 3 of the journal");
  }

  @Test
  void twoJobsCannotUseItAtTheSameTime() {
    BulkJob job = site.adding(addresses(10)).journal(journal);
    List<Exception> failures = new ArrayList<>();

    job.onProgress(
            progress -> {
              try {
                job.execute();
              } catch (JournalException e) {
                failures.add(e);
              }
            })
        .execute();

    assertThat(failures).isNotEmpty();
    assertThat(failures.get(0)).hasMessageContaining("in use");
    assertThat(site.requests("addUser")).hasSize(10);
  }

  @Test
  void itCanBeReadWhileAJobUsesIt() {
    BulkReport first = site.adding(addresses(10)).journal(journal).execute();
    List<Long> seen = new ArrayList<>();

    site.adding(addresses(20))
        .journal(journal)
        .onProgress(progress -> seen.add(count(first)))
        .execute();

    assertThat(seen).first().isEqualTo(10L);
    assertThat(count(first)).isEqualTo(20);
  }

  private static long count(BulkReport report) {
    try (var items = report.items()) {
      return items.count();
    }
  }

  @Test
  void aChangedInputIsRefusedWithTheFirstRowThatDiffers() {
    site.adding(addresses(10)).journal(journal).execute();
    List<String> changed = new ArrayList<>(addresses(10));
    changed.set(4, "other@contoso.com");
    changed.set(7, "another@contoso.com");
    site.fake.log().clear();

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(site.adding(changed).journal(journal)::execute)
        .withMessageContaining("Row 5 of the input differs")
        .withMessageContaining("continuing(…)");
    assertThat(site.requests("addUser")).isEmpty();
  }

  @Test
  void aJournalOfAnotherJobIsRefused() {
    site.adding(addresses(1)).journal(journal).execute();
    BulkJob otherOperation = Bulk.with(site.admin()).addAdministrators(addresses(1));
    BulkJob otherSite = Bulk.with(site.client("admin@fabrikam.com")).addUsers(addresses(1));
    BulkJob otherAccount = Bulk.with(site.client(FakeSite.OTHER_ADMIN)).addUsers(addresses(1));

    assertRefused(otherOperation, "another operation: addUsers instead of addAdministrators");
    assertRefused(otherSite, "another site");
    assertRefused(otherAccount, "written by another account");
  }

  private void assertRefused(BulkJob job, String message) {
    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(site.inVirtualTime(job).journal(journal)::execute)
        .withMessageContaining(message);
  }

  @Test
  void anotherFileIsNotOverwritten() throws IOException {
    Files.writeString(journal, "{\"type\":\"note\"}\n", StandardOpenOption.CREATE_NEW);

    assertThatExceptionOfType(JournalException.class)
        .isThrownBy(site.adding(addresses(1)).journal(journal)::execute)
        .withMessageContaining("is not a journal");
    assertThat(Files.readString(journal)).isEqualTo("{\"type\":\"note\"}\n");
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private static List<String> fields(JsonNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
