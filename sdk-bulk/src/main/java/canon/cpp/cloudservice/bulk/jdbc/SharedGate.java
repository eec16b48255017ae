package canon.cpp.cloudservice.bulk.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The time before which no worker of a job sends. */
final class SharedGate {
  private final JobTable job;
  private long known;

  SharedGate(JobTable job) {
    this.job = job;
  }

  /** Closes the gate for all workers. */
  void close(Connection connection, Duration delay) throws SQLException {
    Instant until = job.gate(connection).now().plus(delay);
    job.close(connection, until);
    JobTable.Gate after = job.gate(connection);
    if (!after.closedUntil().isAfter(until)) {
      known = after.closings();
    }
  }

  /** Returns how long the gate is closed, if it was closed since this was last asked. */
  Duration news(JobTable.Gate now) {
    if (now.closings() == known) {
      return Duration.ZERO;
    }
    known = now.closings();
    return now.left();
  }
}
