package canon.cpp.cloudservice.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.Plans;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.snapshot.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2031-03-01T12:00:00Z");
  private static final Retention DAYS_90 =
      Retention.of(Duration.ofDays(90)).clock(Clock.fixed(NOW, ZoneOffset.UTC));

  @TempDir Path folder;

  @BeforeEach
  void writeOneFileOfEachKind() {
    try (FakeSite site = new FakeSite()) {
      CloudServiceClient admin = site.admin();
      site.adding(List.of("a@contoso.com")).journal(folder.resolve("job.jsonl")).execute();
      Plans.with(admin)
          .usersOnAllLists(List.of("b@contoso.com"))
          .create()
          .save(folder.resolve("plan.json"));
      Snapshots.of(admin).take().save(folder.resolve("snapshot.json"));
      new PortfolioReport(NOW, NOW, List.of()).save(folder.resolve("report.json"));
    }
  }

  private void lastWritten(Duration ago) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oldFilesAreDeleted() throws IOException {
    lastWritten(Duration.ofDays(91));

    assertThat(DAYS_90.find(folder)).hasSize(4);
    assertThat(DAYS_90.purge(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("job.jsonl", "plan.json", "report.json", "snapshot.json");
    assertThat(names()).isEmpty();
  }

  @Test
  void youngerFilesStay() throws IOException {
    lastWritten(Duration.ofDays(89));

    assertThat(DAYS_90.purge(folder)).isEmpty();
    assertThat(names()).hasSize(4);
  }

  @Test
  void otherFilesStay() throws IOException {
    Files.writeString(folder.resolve("customers.csv"), "a@contoso.com\n");
    Files.writeString(folder.resolve("empty"), "");
    Files.writeString(folder.resolve("other.json"), "{\"type\":\"invoice\",\"version\":1}");
    Files.writeString(folder.resolve("no-version.json"), "{\"type\":\"job\",\"id\":\"1\"}");
    Files.write(folder.resolve("binary"), new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, 0});
    Files.createDirectory(folder.resolve("folder.json"));
    lastWritten(Duration.ofDays(400));

    DAYS_90.purge(folder);

    assertThat(names())
        .containsExactly(
            "binary", "customers.csv", "empty", "folder.json", "no-version.json", "other.json");
  }

  @Test
  void journalsThatTheCeilingNeedsCannotBeDeleted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Retention.of(Duration.ofDays(7)))
        .withMessageStartingWith("Keep files at least 8 days");
  }

  @Test
  void aFolderThatIsNotThereIsReported() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> DAYS_90.purge(folder.resolve("none")))
        .withMessageStartingWith("Old files of ");
  }
}
