package canon.cpp.cloudservice.examples.remotecontrol.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The two tables that all nodes share. The same statements work on H2 and on PostgreSQL. */
public final class Schema {
  private Schema() {}

  /**
   * Creates the tables that do not exist.
   *
   * @param database the database of all nodes
   * @throws SQLException if the database rejects it
   */
  public static void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS sign_in ("
              + "name VARCHAR(200) PRIMARY KEY, "
              + "version VARCHAR(36) NOT NULL, "
              + "content BYTEA NOT NULL, "
              + "saved_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS pending_sign_in ("
              + "name VARCHAR(200) PRIMARY KEY, "
              + "session VARCHAR(8000) NOT NULL, "
              + "created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL)");
    }
  }
}
