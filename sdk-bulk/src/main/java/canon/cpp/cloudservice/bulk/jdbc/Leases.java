package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.journal.JobRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The rows that a worker has, and what each was waiting for. */
final class Leases {
  /** Leases are renewed so often within their time. */
  private static final int RENEWALS = 4;

  private final RowTable rows;
  private final Duration time;
  private final LongSupplier nanoTime;
  private final Map<Long, RowState> leased = new HashMap<>();
  private long renewedAt;

  Leases(RowTable rows, Duration time, LongSupplier nanoTime) {
    this.rows = rows;
    this.time = time;
    this.nanoTime = nanoTime;
    this.renewedAt = nanoTime.getAsLong();
  }

  /**
   * Leases more rows.
   *
   * @param last the last row that may be leased
   * @param now the time, by the clock of the database
   */
  List<JobRow> take(Connection connection, RowState state, long last, int max, Instant now)
      throws SQLException {
    renew(connection, now);
    List<JobRow> taken = rows.lease(connection, state, last, max, now, now.plus(time));
    taken.forEach(row -> leased.put(row.number(), state));
    return taken;
  }

  /** Renews all leases if it is time to. */
  void renew(Connection connection, Instant now) throws SQLException {
    long nanos = nanoTime.getAsLong();
    if (nanos - renewedAt >= time.toNanos() / RENEWALS) {
      rows.renew(connection, leased.keySet(), now.plus(time));
      renewedAt = nanos;
    }
  }

  /** Forgets a row that has a result, and returns what it was waiting for. */
  RowState end(long row) {
    RowState state = leased.remove(row);
    return state == null ? RowState.OPEN : state;
  }

  void release(Connection connection) throws SQLException {
    rows.release(connection, leased.keySet());
    leased.clear();
  }
}
