package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkJob;
import canon.cpp.cloudservice.bulk.BulkRemoval;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.ApplyPlan;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The work at one site. */
final class SiteRun implements PortfolioSite {
  private final PortfolioEntry entry;
  private final CloudServiceClient client;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private boolean complete = true;

  SiteRun(PortfolioEntry entry, CloudServiceClient client) {
    this.entry = entry;
    this.client = client;
  }

  @Override
  public PortfolioEntry entry() {
    return entry;
  }

  @Override
  public CloudServiceClient client() {
    return client;
  }

  @Override
  public BulkReport run(BulkJob job) {
    Long ceiling = entry.ceiling();
    BulkJob limited =
        ceiling != null && job instanceof BulkRemoval removal
            ? removal.removingAtMost(ceiling)
            : job;
    BulkReport report = limited.execute();
    count(report::count, report.isComplete());
    return report;
  }

  @Override
  public Applied run(ApplyPlan plan) {
    Long ceiling = entry.ceiling();
    Applied applied = (ceiling == null ? plan : plan.removingAtMost(ceiling)).execute();
    count(applied::count, applied.isComplete());
    return applied;
  }

  private void count(ToLongFunction<ItemResult> number, boolean isComplete) {
    for (ItemResult result : ItemResult.values()) {
      long more = number.applyAsLong(result);
      if (more > 0) {
        counts.merge(result, more, Long::sum);
      }
    }
    complete &= isComplete;
  }

  Map<ItemResult, Long> counts() {
    return counts;
  }

  boolean isComplete() {
    return complete;
  }
}
