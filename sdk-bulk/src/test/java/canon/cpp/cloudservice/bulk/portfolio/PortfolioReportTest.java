package canon.cpp.cloudservice.bulk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.bulk.ItemResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioReportTest {
  private static final PortfolioReport REPORT =
      new PortfolioReport(
          Instant.parse("2031-03-01T12:00:00Z"),
          Instant.parse("2031-03-01T12:01:00Z"),
          List.of(
              new SiteResult(
                  "contoso",
                  "sit_1",
                  SiteOutcome.DONE,
                  Duration.ofMillis(1500),
                  Map.of(ItemResult.ALREADY_SO, 7L, ItemResult.DONE, 3L),
                  null,
                  null),
              new SiteResult(
                  "fabrikam",
                  "sit_2",
                  SiteOutcome.FAILED,
                  Duration.ZERO,
                  Map.of(),
                  "The work failed with IllegalStateException. See the failure.",
                  new IllegalStateException("secret"))));

  @TempDir Path folder;

  @Test
  void theJsonIsAsDocumented() {
    assertThat(REPORT.toJson())
        .isEqualToNormalizingNewlines(
            """
            {
              "type" : "portfolio-report",
              "version" : 1,
              "startedAt" : "2031-03-01T12:00:00Z",
              "finishedAt" : "2031-03-01T12:01:00Z",
              "complete" : false,
              "outcomes" : {
                "DONE" : 1,
                "INCOMPLETE" : 0,
                "FAILED" : 1,
                "WRONG_SITE" : 0,
                "LOCKED" : 0,
                "TIMED_OUT" : 0,
                "CANCELLED" : 0
              },
              "sites" : [ {
                "name" : "contoso",
                "siteId" : "sit_1",
                "outcome" : "DONE",
                "millis" : 1500,
                "counts" : {
                  "DONE" : 3,
                  "ALREADY_SO" : 7
                }
              }, {
                "name" : "fabrikam",
                "siteId" : "sit_2",
                "outcome" : "FAILED",
                "millis" : 0,
                "counts" : { },
                "message" : "The work failed with IllegalStateException. See the failure.",
                "error" : "IllegalStateException"
              } ]
            }
            """);
  }

  @Test
  void theReportIsSaved() throws IOException {
    Path file = folder.resolve("report.json");

    REPORT.save(file);

    assertThat(Files.readString(file)).isEqualTo(REPORT.toJson());
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> REPORT.save(folder.resolve("none").resolve("report.json")))
        .withMessageStartingWith("The report cannot be written to ");
  }
}
