package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.journal.JobHeader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The row of one job in {@code cloudservice_bulk_job}. */
final class JobTable {
  private final String name;

  JobTable(String name) {
    this.name = name;
  }

  /**
   * When workers may send again.
   *
   * @param closings how often the service has asked to come back later
   * @param closedUntil before this time, no worker sends
   * @param now the time, by the clock of the database
   */
  record Gate(long closings, Instant closedUntil, Instant now) {
    /** Returns how long no worker may send; zero if they may. */
    Duration left() {
      return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
    }
  }

  Optional<JobHeader> header(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, operation, parameters, site, account, created_at"
                + " from cloudservice_bulk_job where name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new JobHeader(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    instant(row, 6)))
            : Optional.empty();
      }
    }
  }

  /** Inserts the job. Fails if another worker has done so meanwhile. */
  void insert(Connection connection, JobHeader header) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into cloudservice_bulk_job (name, id, operation, parameters, site, account,"
                + " created_at, closings, closed_until)"
                + " values (?, ?, ?, ?, ?, ?, ?, 0, current_timestamp)")) {
      insert.setString(1, name);
      insert.setString(2, header.id());
      insert.setString(3, header.operation());
      insert.setString(4, header.parameters());
      insert.setString(5, header.site());
      insert.setString(6, header.account());
      insert.setObject(7, Database.sql(header.createdAt()));
      insert.executeUpdate();
    }
  }

  Gate gate(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select closings, closed_until, current_timestamp"
                + " from cloudservice_bulk_job where name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("The job " + name + " was deleted while it runs");
        }
        return new Gate(row.getLong(1), instant(row, 2), instant(row, 3));
      }
    }
  }

  /** Closes the gate until a time, or longer if it is closed for longer already. */
  void close(Connection connection, Instant until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_job set closings = closings + 1, closed_until ="
                + " case when closed_until > ? then closed_until else ? end where name = ?")) {
      update.setObject(1, Database.sql(until));
      update.setObject(2, Database.sql(until));
      update.setString(3, name);
      update.executeUpdate();
    }
  }

  /** Waits until no other worker stores rows of the input, and keeps them out until the end. */
  void lock(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select name from cloudservice_bulk_job where name = ? for update")) {
      select.setString(1, name);
      select.executeQuery().close();
    }
  }

  void allow(Connection connection, long removals) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_job set allowed_removals = ? where name = ?")) {
      update.setLong(1, removals);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  /** Returns how many removals were allowed; -1 if that was not decided. */
  long allowedRemovals(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(allowed_removals, -1) from cloudservice_bulk_job where name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
