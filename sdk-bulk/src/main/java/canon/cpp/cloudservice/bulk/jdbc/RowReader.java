package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the results of jobs. */
final class RowReader {
  private static final int ROWS_AT_A_TIME = 500;

  private RowReader() {}

  /** Streams the items of a job in the order of the input. Closing the stream disconnects. */
  static Stream<BulkItem> items(Database database, String job) {
    Spliterator<BulkItem> items = new Items(database, job);
    return StreamSupport.stream(items, false).onClose(database::close);
  }

  /** Reads some rows at a time, so that no transaction stays open. */
  private static final class Items extends Spliterators.AbstractSpliterator<BulkItem> {
    private final Database database;
    private final String job;
    private final ArrayDeque<BulkItem> read = new ArrayDeque<>();
    private long last;

    Items(Database database, String job) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.database = database;
      this.job = job;
    }

    @Override
    public boolean tryAdvance(Consumer<? super BulkItem> action) {
      if (read.isEmpty()) {
        read.addAll(database.query(connection -> itemsAfter(connection, job, last)));
      }
      BulkItem item = read.poll();
      if (item == null) {
        return false;
      }
      last = item.row();
      action.accept(item);
      return true;
    }
  }

  private static List<BulkItem> itemsAfter(Connection connection, String job, long last)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select row_no, input, coalesce(result, 'NOT_TRIED'), code, message, request_id,"
                + " idempotency_key from cloudservice_bulk_row where job = ? and row_no > ?"
                + " order by row_no fetch first ? rows only")) {
      select.setString(1, job);
      select.setLong(2, last);
      select.setInt(3, ROWS_AT_A_TIME);
      try (ResultSet rows = select.executeQuery()) {
        List<BulkItem> items = new ArrayList<>();
        while (rows.next()) {
          items.add(item(rows));
        }
        return items;
      }
    }
  }

  private static BulkItem item(ResultSet row) throws SQLException {
    String code = row.getString(4);
    return new BulkItem(
        row.getLong(1),
        row.getString(2),
        ItemResult.valueOf(row.getString(3)),
        code == null ? null : ProblemCode.of(code),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  /** Counts the rows of a job by their result. */
  static Map<ItemResult, Long> counts(Connection connection, String job) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(result, 'NOT_TRIED'), count(*) from cloudservice_bulk_row"
                + " where job = ? group by coalesce(result, 'NOT_TRIED')")) {
      select.setString(1, job);
      try (ResultSet rows = select.executeQuery()) {
        Map<ItemResult, Long> counts = new EnumMap<>(ItemResult.class);
        while (rows.next()) {
          counts.put(ItemResult.valueOf(rows.getString(1)), rows.getLong(2));
        }
        return counts;
      }
    }
  }

  /** Counts the rows whose target was read. */
  static long targets(Connection connection, String job) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from cloudservice_bulk_row where job = ? and target is not null")) {
      select.setString(1, job);
      return number(select);
    }
  }

  /** Counts the removals of other jobs. */
  static long removals(Connection connection, String name, JobHeader job, Instant since)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from cloudservice_bulk_row r"
                + " join cloudservice_bulk_job j on j.name = r.job"
                + " where j.name <> ? and j.site = ? and j.operation = ?"
                + " and r.result = 'DONE' and r.finished_at > ?")) {
      select.setString(1, name);
      select.setString(2, job.site());
      select.setString(3, job.operation());
      select.setObject(4, Database.sql(since));
      return number(select);
    }
  }

  private static long number(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
