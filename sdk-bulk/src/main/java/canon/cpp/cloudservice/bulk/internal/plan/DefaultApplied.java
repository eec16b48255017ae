package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.internal.file.FileJournal;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.bulk.plan.Applied;
import canon.cpp.cloudservice.bulk.plan.AppliedItem;
import canon.cpp.cloudservice.bulk.plan.MembershipPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was applied; the items are read from the journal. */
final class DefaultApplied implements Applied {
  private final CloudServiceClient client;
  private final PlanData plan;
  private final Clock clock;
  private final Path file;
  private final Journal journal;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private final @Nullable StopReason stopReason;
  private final boolean alreadyApplied;

  DefaultApplied(
      CloudServiceClient client,
      PlanData plan,
      Clock clock,
      Path file,
      JobStore store,
      @Nullable StopReason stopReason,
      boolean alreadyApplied) {
    this.client = client;
    this.plan = plan;
    this.clock = clock;
    this.file = file.toAbsolutePath();
    this.journal = new FileJournal(file, null);
    for (ItemResult result : ItemResult.values()) {
      counts.put(result, store.count(result));
    }
    this.stopReason = stopReason;
    this.alreadyApplied = alreadyApplied;
  }

  @Override
  public MembershipPlan plan() {
    return plan;
  }

  @Override
  public boolean wasAlreadyApplied() {
    return alreadyApplied;
  }

  @Override
  public long count(ItemResult result) {
    return counts.getOrDefault(result, 0L);
  }

  @Override
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(stopReason);
  }

  @Override
  public Stream<AppliedItem> items() {
    return journal.items().map(this::toApplied);
  }

  private AppliedItem toApplied(BulkItem item) {
    return new AppliedItem(
        plan.items().get((int) item.row() - 1),
        item.result(),
        item.code(),
        item.message(),
        item.requestId(),
        item.idempotencyKey());
  }

  @Override
  public MembershipPlan inverse() {
    try (Stream<AppliedItem> items = items()) {
      return new InversePlanner(client, plan, file.getParent(), clock.instant()).plan(items);
    }
  }

  /** Shows the counts, and no address. */
  @Override
  public String toString() {
    return "Applied"
        + counts
        + (alreadyApplied ? " already applied" : "")
        + (stopReason == null ? "" : " stopped: " + stopReason);
  }
}
