package canon.cpp.cloudservice.bulk.portfolio;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.internal.job.OptionValues;
import canon.cpp.cloudservice.bulk.internal.portfolio.AddressComparison;
import canon.cpp.cloudservice.bulk.internal.portfolio.PortfolioRun;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many sites, each with its own account, at which the same work is done. The failure of one site
 * does not stop the others.
 *
 * <pre>{@code
 * PortfolioReport report =
 *     Portfolio.of(entries, Path.of("locks"))
 *         .maxConcurrency(16)
 *         .forEach(
 *             site ->
 *                 site.run(
 *                     Bulk.with(site.client())
 *                         .addUsers(desired.get(site.entry().name()))
 *                         .journal(Path.of("journals", site.entry().name() + ".jsonl"))));
 * report.save(Path.of("report.json"));
 * }</pre>
 *
 * <p>Immutable: every option returns a new portfolio.
 */
@CheckReturnValue
public final class Portfolio {
  private final List<PortfolioEntry> entries;
  private final Path locks;
  private final int concurrency;
  private final @Nullable Timer timer;
  private final Clock clock;

  private Portfolio(
      List<PortfolioEntry> entries,
      Path locks,
      int concurrency,
      @Nullable Timer timer,
      Clock clock) {
    this.entries = entries;
    this.locks = locks;
    this.concurrency = concurrency;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Returns a portfolio.
   *
   * @param entries the sites; names and site ids must differ
   * @param locks the folder with one lock file for each site, which is created. Two runs with the
   *     same folder never work at a site at the same time, in this process or in others of this
   *     machine
   * @return the portfolio, which works at 8 sites at a time
   * @throws IllegalArgumentException if two entries have the same name or site id
   */
  public static Portfolio of(Collection<PortfolioEntry> entries, Path locks) {
    Set<String> names = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (PortfolioEntry entry : entries) {
      if (!names.add(entry.name()) || !ids.add(entry.siteId())) {
        throw new IllegalArgumentException(
            "Two entries have the name or the site id of " + entry + ". Each site has one entry.");
      }
    }
    return new Portfolio(
        List.copyOf(entries), requireNonNull(locks, "locks"), 8, null, Clock.systemUTC());
  }

  /**
   * Limits at how many sites the work is done at the same time.
   *
   * @param sites 1 to 256; 8 by default
   * @return a portfolio with the limit
   * @throws IllegalArgumentException if the number is out of range
   */
  public Portfolio maxConcurrency(int sites) {
    return new Portfolio(entries, locks, OptionValues.maxConcurrency(sites), timer, clock);
  }

  /**
   * Sets how time passes, for tests.
   *
   * @param time the time budgets
   * @param wallClock the times of the report
   * @return a portfolio with that time
   */
  public Portfolio time(Timer time, Clock wallClock) {
    return new Portfolio(
        entries,
        locks,
        concurrency,
        requireNonNull(time, "timer"),
        requireNonNull(wallClock, "clock"));
  }

  /**
   * Does the work at each site, on threads of its own, and waits for all. At each site, first the
   * lock is taken and the site id is checked. An exception of the work ends the work at that site
   * only.
   *
   * <p>If this thread is interrupted, the work at all sites is interrupted, the remaining sites are
   * {@link SiteOutcome#CANCELLED}, and the interrupt flag is set again.
   *
   * @param work what to do at a site; it runs for several sites at the same time
   * @return what happened, site by site
   */
  @CanIgnoreReturnValue
  public PortfolioReport forEach(Consumer<PortfolioSite> work) {
    return new PortfolioRun(entries, locks, concurrency, clock, requireNonNull(work, "work"))
        .execute(timer);
  }

  /**
   * Finds addresses that are wanted at more than one site, before anything is changed. Each address
   * is resolved at the site that wants it, so that spellings of one address are recognised (D6).
   *
   * @param wanted the names of entries with the addresses that are wanted there; entries that are
   *     missing want none
   * @return the addresses that are wanted more than once
   * @throws IllegalArgumentException if there is no entry with one of the names
   */
  public SharedAddresses findSharedAddresses(Map<String, ? extends Collection<String>> wanted) {
    List<PortfolioEntry> concerned =
        entries.stream()
            .filter(entry -> wanted.containsKey(entry.name()))
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    if (concerned.size() != wanted.size()) {
      throw new IllegalArgumentException(
          "Addresses are wanted for a name that no entry has. The names of the entries are"
              + " case-sensitive.");
    }
    AddressComparison comparison = new AddressComparison(wanted);
    Portfolio part = new Portfolio(concerned, locks, concurrency, timer, clock);
    return comparison.result(part.forEach(comparison::resolve));
  }

  /** Returns the number of sites. */
  @Override
  public String toString() {
    return "Portfolio[" + entries.size() + "]";
  }
}
