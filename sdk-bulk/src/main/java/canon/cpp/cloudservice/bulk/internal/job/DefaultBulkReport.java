package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.bulk.journal.JobStore;
import canon.cpp.cloudservice.bulk.journal.Journal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of a job whose items are read from its journal. */
final class DefaultBulkReport implements BulkReport {
  private final String jobId;
  private final Journal journal;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private final long gone;
  private final @Nullable StopReason stopReason;

  DefaultBulkReport(JobStore store, Journal journal, @Nullable StopReason stopReason) {
    this.jobId = store.header().id();
    this.journal = journal;
    for (ItemResult result : ItemResult.values()) {
      counts.put(result, store.count(result));
    }
    this.gone = stopReason == StopReason.CANCELLED ? 0 : store.gone();
    this.stopReason = stopReason;
  }

  @Override
  public String jobId() {
    return jobId;
  }

  @Override
  public long count(ItemResult result) {
    return counts.getOrDefault(result, 0L);
  }

  @Override
  public long gone() {
    return gone;
  }

  @Override
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(stopReason);
  }

  @Override
  public Stream<BulkItem> items() {
    return journal.items();
  }

  /** Shows the counts, and no address. */
  @Override
  public String toString() {
    return "BulkReport" + counts + (stopReason == null ? "" : " stopped: " + stopReason);
  }
}
