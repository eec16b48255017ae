package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker does with the rows of its job in {@code cloudservice_bulk_row}. */
final class RowTable {
  private final String job;
  private final String worker;

  RowTable(String job, String worker) {
    this.job = job;
    this.worker = worker;
  }

  String job() {
    return job;
  }

  /** Returns the texts of the stored rows in a range, in order. */
  List<String> inputs(Connection connection, long first, long last) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select input from cloudservice_bulk_row"
                + " where job = ? and row_no between ? and ? order by row_no")) {
      select.setString(1, job);
      select.setLong(2, first);
      select.setLong(3, last);
      try (ResultSet rows = select.executeQuery()) {
        List<String> inputs = new ArrayList<>();
        while (rows.next()) {
          inputs.add(rows.getString(1));
        }
        return inputs;
      }
    }
  }

  void insert(Connection connection, long first, List<String> inputs) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into cloudservice_bulk_row (job, row_no, input, state) values (?, ?, ?, ?)")) {
      long number = first;
      for (String input : inputs) {
        insert.setString(1, job);
        insert.setLong(2, number++);
        insert.setString(3, input);
        insert.setString(4, RowState.OPEN.name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  boolean hasRowsAfter(Connection connection, long last) throws SQLException {
    return exists(connection, "row_no > ?", statement -> statement.setLong(2, last));
  }

  /** Tells whether another worker has rows in a state, or may take some. */
  boolean othersHave(Connection connection, RowState state) throws SQLException {
    return exists(
        connection,
        "state = ? and (worker is null or worker <> ?)",
        statement -> {
          statement.setString(2, state.name());
          statement.setString(3, worker);
        });
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private boolean exists(Connection connection, String condition, Parameters parameters)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select row_no from cloudservice_bulk_row where job = ? and "
                + condition
                + " fetch first 1 rows only")) {
      select.setString(1, job);
      parameters.set(select);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Leases rows that no worker has, or whose worker has not renewed its lease.
   *
   * @param last the last row that may be leased
   * @param max how many rows to lease at most
   * @param now the time, by the clock of the database
   * @param until when the lease ends
   */
  List<JobRow> lease(
      Connection connection, RowState state, long last, int max, Instant now, Instant until)
      throws SQLException {
    List<JobRow> leased = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select row_no, input, idempotency_key, key_account, first_attempt_at, target, etag"
                + " from cloudservice_bulk_row"
                + " where job = ? and state = ? and row_no <= ?"
                + " and (worker is null or leased_until < ?)"
                + " order by row_no fetch first ? rows only for update skip locked")) {
      select.setString(1, job);
      select.setString(2, state.name());
      select.setLong(3, last);
      select.setObject(4, Database.sql(now));
      select.setInt(5, max);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          leased.add(row(rows));
        }
      }
    }
    lease(connection, leased, until);
    return leased;
  }

  private static JobRow row(ResultSet row) throws SQLException {
    String key = row.getString(3);
    String target = row.getString(6);
    return new JobRow(
        row.getLong(1),
        row.getString(2),
        key == null
            ? null
            : new JobRow.Prepared(
                key, row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant()),
        target == null ? null : new RowTarget(target, row.getString(7)));
  }

  private void lease(Connection connection, List<JobRow> rows, Instant until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set worker = ?, leased_until = ?"
                + " where job = ? and row_no = ?")) {
      for (JobRow row : rows) {
        update.setString(1, worker);
        update.setObject(2, Database.sql(until));
        update.setString(3, job);
        update.setLong(4, row.number());
        update.addBatch();
      }
      executeBatch(update, rows.size());
    }
  }

  /** Extends the leases of rows, except those that another worker has taken. */
  void renew(Connection connection, Collection<Long> rows, Instant until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set leased_until = ?"
                + " where job = ? and row_no = ? and worker = ?")) {
      for (Long row : rows) {
        update.setObject(1, Database.sql(until));
        update.setString(2, job);
        update.setLong(3, row);
        update.setString(4, worker);
        update.addBatch();
      }
      executeBatch(update, rows.size());
    }
  }

  void release(Connection connection, Collection<Long> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set worker = null, leased_until = null"
                + " where job = ? and row_no = ? and worker = ?")) {
      for (Long row : rows) {
        update.setString(1, job);
        update.setLong(2, row);
        update.setString(3, worker);
        update.addBatch();
      }
      executeBatch(update, rows.size());
    }
  }

  /** Stores the prepared changes of rows; returns whether this worker still has all of them. */
  boolean started(Connection connection, List<JobRow> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set idempotency_key = ?, key_account = ?,"
                + " first_attempt_at = ? where job = ? and row_no = ? and worker = ?")) {
      for (JobRow row : rows) {
        setPrepared(update, 1, row.prepared());
        update.setString(4, job);
        update.setLong(5, row.number());
        update.setString(6, worker);
        update.addBatch();
      }
      return executeBatch(update, rows.size());
    }
  }

  /** Stores results and ends the leases, except of rows that another worker has taken. */
  void finished(Connection connection, List<FinishedRow> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set idempotency_key = ?, key_account = ?,"
                + " first_attempt_at = ?, target = ?, etag = ?, state = ?, result = ?, code = ?,"
                + " message = ?, request_id = ?, finished_at = ?, worker = null,"
                + " leased_until = null where job = ? and row_no = ? and worker = ?")) {
      for (FinishedRow finished : rows) {
        setFinished(update, finished);
        update.setString(12, job);
        update.setLong(13, finished.row().number());
        update.setString(14, worker);
        update.addBatch();
      }
      executeBatch(update, rows.size());
    }
  }

  private static void setFinished(PreparedStatement update, FinishedRow finished)
      throws SQLException {
    setPrepared(update, 1, finished.row().prepared());
    RowTarget target = finished.row().target();
    update.setString(4, target == null ? null : target.id());
    update.setString(5, target == null ? null : target.etag());
    update.setString(6, finished.state().name());
    update.setString(7, finished.item().result().name());
    update.setString(8, finished.codeId());
    update.setString(9, finished.item().message());
    update.setString(10, finished.item().requestId());
    update.setObject(11, Database.sql(finished.at()));
  }

  private static void setPrepared(
      PreparedStatement update, int first, JobRow.@Nullable Prepared prepared) throws SQLException {
    if (prepared == null) {
      update.setNull(first, Types.VARCHAR);
      update.setNull(first + 1, Types.VARCHAR);
      update.setNull(first + 2, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      update.setString(first, prepared.key());
      update.setString(first + 1, prepared.account());
      update.setObject(first + 2, Database.sql(prepared.at()));
    }
  }

  /** Makes rows that an earlier run has given up wait again. */
  void reopen(Connection connection) throws SQLException {
    reopen(connection, RowState.OPEN, "result = 'NOT_TRIED' and target is null");
    reopen(connection, RowState.FOUND, "result = 'NOT_TRIED' and target is not null");
    reopen(connection, RowState.UNKNOWN, "result = 'UNKNOWN'");
  }

  private void reopen(Connection connection, RowState state, String condition) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cloudservice_bulk_row set state = ? where job = ? and state = ? and "
                + condition)) {
      update.setString(1, state.name());
      update.setString(2, job);
      update.setString(3, RowState.ENDED.name());
      update.executeUpdate();
    }
  }

  /** Executes a batch; returns whether each statement has changed a row. */
  private static boolean executeBatch(PreparedStatement update, int size) throws SQLException {
    boolean all = true;
    if (size > 0) {
      for (int count : update.executeBatch()) {
        all &= count != 0;
      }
    }
    return all;
  }
}
