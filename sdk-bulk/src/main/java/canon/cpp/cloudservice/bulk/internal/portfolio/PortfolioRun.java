package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import canon.cpp.cloudservice.bulk.portfolio.SiteResult;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a portfolio. */
public final class PortfolioRun {
  private final List<PortfolioEntry> entries;
  private final Path locks;
  private final int concurrency;
  private final Clock clock;
  private final Consumer<PortfolioSite> work;

  /** Creates a run. */
  public PortfolioRun(
      List<PortfolioEntry> entries,
      Path locks,
      int concurrency,
      Clock clock,
      Consumer<PortfolioSite> work) {
    this.entries = entries;
    this.locks = locks;
    this.concurrency = concurrency;
    this.clock = clock;
    this.work = work;
  }

  /** Does the work at all sites, and waits for it. Without a timer, the run has one of its own. */
  public PortfolioReport execute(@Nullable Timer timer) {
    if (timer != null) {
      return execute(timer, clock.instant());
    }
    try (SystemTimer own = new SystemTimer("portfolio-timer")) {
      return execute(own, clock.instant());
    }
  }

  private PortfolioReport execute(Timer timer, Instant startedAt) {
    List<SiteTask> tasks = new ArrayList<>();
    List<CompletableFuture<SiteResult>> results = new ArrayList<>();
    boolean interrupted = false;
    try (ClientThreads threads = new ClientThreads("portfolio", concurrency)) {
      for (PortfolioEntry entry : entries) {
        SiteTask task = new SiteTask(entry, locks, timer, work);
        tasks.add(task);
        results.add(CompletableFuture.supplyAsync(task::execute, threads));
      }
      for (CompletableFuture<SiteResult> result : results) {
        interrupted |= await(result, tasks);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new PortfolioReport(
        startedAt,
        clock.instant(),
        results.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
  }

  /** Waits for a site; an interrupt cancels the work at all sites, whose end is waited for, too. */
  private static boolean await(CompletableFuture<SiteResult> result, List<SiteTask> tasks) {
    boolean interrupted = false;
    while (true) {
      try {
        SiteResult unused = result.get();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        tasks.forEach(SiteTask::cancel);
      } catch (ExecutionException e) {
        return interrupted;
      }
    }
  }
}
