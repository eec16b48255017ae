package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.ItemResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How many rows have each result. Read now and then, because the database has to count. */
final class Counts {
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private final String job;
  private final LongSupplier nanoTime;
  private final Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
  private boolean known;
  private long readAt;

  Counts(String job, LongSupplier nanoTime) {
    this.job = job;
    this.nanoTime = nanoTime;
  }

  boolean areOld() {
    return !known || nanoTime.getAsLong() - readAt >= MAX_AGE.toNanos();
  }

  /** Makes the next reader read. */
  void forget() {
    known = false;
  }

  void read(Connection connection) throws SQLException {
    counts.clear();
    counts.putAll(RowReader.counts(connection, job));
    known = true;
    readAt = nanoTime.getAsLong();
  }

  /** Notes a result of this worker. */
  void changed(RowState before, ItemResult after) {
    ItemResult earlier = before == RowState.UNKNOWN ? ItemResult.UNKNOWN : ItemResult.NOT_TRIED;
    counts.merge(earlier, -1L, Long::sum);
    counts.merge(after, 1L, Long::sum);
  }

  long of(ItemResult result) {
    return counts.getOrDefault(result, 0L);
  }
}
