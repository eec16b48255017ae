package canon.cpp.cloudservice.bulk.portfolio;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.internal.portfolio.ReportJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one run of a portfolio did, site by site in the order of the entries.
 *
 * @param startedAt when the run began
 * @param finishedAt when it ended
 * @param sites what happened at each site
 */
public record PortfolioReport(Instant startedAt, Instant finishedAt, List<SiteResult> sites) {

  public PortfolioReport {
    requireNonNull(startedAt, "startedAt");
    requireNonNull(finishedAt, "finishedAt");
    sites = List.copyOf(sites);
  }

  /**
   * Tells whether the work is done at every site.
   *
   * @return true if every outcome is {@code DONE}
   */
  public boolean isComplete() {
    return sites.stream().allMatch(site -> site.outcome() == SiteOutcome.DONE);
  }

  /**
   * Returns the sites with an outcome.
   *
   * @param outcome the outcome
   * @return the sites in the order of the entries
   */
  public List<SiteResult> sites(SiteOutcome outcome) {
    return sites.stream()
        .filter(site -> site.outcome() == outcome)
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }

  /**
   * Returns the report as JSON, which {@code docs/portfolio.md} describes. It contains no address.
   *
   * @return the JSON text
   */
  public String toJson() {
    return ReportJson.text(this);
  }

  /**
   * Writes the JSON to a file, which replaces an existing one in one step. Only its owner can read
   * it.
   *
   * @param file the file
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    ReportJson.write(this, requireNonNull(file, "file"));
  }

  /** Returns how many sites have which outcome. */
  @Override
  public String toString() {
    Map<SiteOutcome, Integer> numbers = new EnumMap<>(SiteOutcome.class);
    sites.forEach(site -> numbers.merge(site.outcome(), 1, Integer::sum));
    return "PortfolioReport" + numbers;
  }
}
