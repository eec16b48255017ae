package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** One connection, which runs one transaction after the other. */
final class Database implements AutoCloseable {
  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Statements that succeed or fail together. */
  interface Transaction {
    void run(Connection connection) throws SQLException;
  }

  /** A transaction with a result. */
  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  static Database connect(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return new Database(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs a transaction. When this method returns, its changes are durable. */
  void run(Transaction transaction) {
    boolean unused =
        query(
            open -> {
              transaction.run(open);
              return true;
            });
  }

  /** Runs a transaction and returns its result. */
  <T> T query(Query<T> query) {
    boolean committed = false;
    try {
      T result = query.run(connection);
      connection.commit();
      committed = true;
      return result;
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      if (!committed) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is broken, so the database rolls back.
    }
  }

  static JournalException failed(SQLException e) {
    return new JournalException(
        "The database of the journal fails: "
            + e.getMessage()
            + ". Check that the tables exist and can be reached, then run again.",
        e);
  }

  static OffsetDateTime sql(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
