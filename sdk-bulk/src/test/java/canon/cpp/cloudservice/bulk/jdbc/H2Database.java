package canon.cpp.cloudservice.bulk.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database in memory with the tables of journals. */
public final class H2Database implements AutoCloseable {
  private final JdbcDataSource dataSource = new JdbcDataSource();

  public H2Database() {
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
    JdbcJournal.createTables(dataSource);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Lets the leases of all workers run out. */
  public void endLeases() {
    execute(
        "update cloudservice_bulk_row set leased_until = timestamp '2000-01-01 00:00:00'"
            + " where leased_until is not null");
  }

  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the only value of a query. */
  public String value(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    execute("shutdown");
  }
}
