package canon.cpp.cloudservice.bulk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.testing.LoggedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight of 300 sites fail, and the work is done at all others. */
class ManySitesTest {
  private static final int SITES = 300;
  private static final Set<Integer> EXPIRED = Set.of(3, 70, 71, 150, 299);
  private static final Set<Integer> DOWN = Set.of(0, 222);
  private static final int WRONG = 42;

  @TempDir Path folder;

  @Test
  void theFailuresOfEightSitesDoNotStopTheOthers() {
    try (ManySites sites = new ManySites(SITES)) {
      List<PortfolioEntry> entries = entries(sites);

      PortfolioReport report =
          Portfolio.of(entries, folder)
              .maxConcurrency(4)
              .forEach(
                  site ->
                      site.run(
                          Bulk.with(site.client())
                              .addUsers(List.of("new@" + site.entry().name() + ".example"))));

      assertThat(report.sites())
          .extracting(SiteResult::name)
          .containsExactlyElementsOf(entries.stream().map(PortfolioEntry::name).toList());
      assertThat(report.sites(SiteOutcome.DONE))
          .hasSize(SITES - 8)
          .allSatisfy(site -> assertThat(site.counts()).isEqualTo(Map.of(ItemResult.DONE, 1L)));
      assertThat(report.sites(SiteOutcome.WRONG_SITE))
          .extracting(SiteResult::name)
          .containsExactly("site" + WRONG);
      assertThat(report.sites(SiteOutcome.FAILED)).hasSize(7);
      assertThat(failures(report, UnauthenticatedException.class)).isEqualTo(names(EXPIRED));
      assertThat(failures(report, UnavailableException.class)).isEqualTo(names(DOWN));
      assertThat(report.isComplete()).isFalse();
      assertThat(report).hasToString("PortfolioReport{DONE=292, FAILED=7, WRONG_SITE=1}");
      assertThat(report.toJson()).doesNotContain("new@", "admin@");
      assertThat(sites.fake.log().of("addUser").stream().filter(LoggedRequest::applied))
          .hasSize(SITES - 8);
    }
  }

  private static List<PortfolioEntry> entries(ManySites sites) {
    List<PortfolioEntry> entries = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      if (EXPIRED.contains(i)) {
        entries.add(sites.expired(i));
      } else if (DOWN.contains(i)) {
        entries.add(sites.down(i));
      } else if (i == WRONG) {
        PortfolioEntry right = sites.entry(i);
        entries.add(
            PortfolioEntry.of(
                right.name(), "sit_of_somewhere_else", right::createClient, right.tokens()));
      } else {
        entries.add(sites.entry(i));
      }
    }
    return entries;
  }

  private static Set<String> failures(PortfolioReport report, Class<?> type) {
    return Set.copyOf(
        report.sites(SiteOutcome.FAILED).stream()
            .filter(site -> type.isInstance(site.failure()))
            .map(SiteResult::name)
            .toList());
  }

  private static Set<String> names(Set<Integer> sites) {
    return Set.copyOf(sites.stream().map(site -> "site" + site).toList());
  }
}
