package canon.cpp.cloudservice.examples.remotecontrol.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Sign-ins between the redirect to the identity provider and the callback, which may reach another
 * node. The sessions are sealed, so the table contains no secret in clear.
 */
public final class PendingSignIns {
  private final DataSource database;

  /**
   * Creates the store.
   *
   * @param database the database of all nodes, with the tables of {@link Schema}
   */
  public PendingSignIns(DataSource database) {
    this.database = database;
  }

  /**
   * Stores a session.
   *
   * @param name the hash of the browser's handle
   * @param sealed the sealed session
   * @throws SQLException if the database fails
   */
  public void put(String name, String sealed) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO pending_sign_in (name, session) VALUES (?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, sealed);
      insert.executeUpdate();
    }
  }

  /**
   * Removes and returns a session. Of several nodes that try it at once, one gets it.
   *
   * @param name the hash of the browser's handle
   * @return the sealed session; empty if there is none, or another node has taken it
   * @throws SQLException if the database fails
   */
  public Optional<String> take(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT session FROM pending_sign_in WHERE name = ?");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM pending_sign_in WHERE name = ?")) {
      select.setString(1, name);
      String session;
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        session = rows.getString(1);
      }
      delete.setString(1, name);
      return delete.executeUpdate() == 1 ? Optional.of(session) : Optional.empty();
    }
  }

  /**
   * Deletes the sessions that were not completed in time. They are valid for five minutes; the
   * clock is the one of the database.
   *
   * @throws SQLException if the database fails
   */
  public void deleteExpired() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement delete = connection.createStatement()) {
      delete.executeUpdate(
          "DELETE FROM pending_sign_in WHERE created_at < CURRENT_TIMESTAMP - INTERVAL '10' MINUTE");
    }
  }
}
