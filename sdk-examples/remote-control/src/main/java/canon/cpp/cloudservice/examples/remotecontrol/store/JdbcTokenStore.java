package canon.cpp.cloudservice.examples.remotecontrol.store;

import canon.cpp.cloudservice.signin.StoredSignIn;
import canon.cpp.cloudservice.signin.TokenStoreException;
import canon.cpp.cloudservice.signin.VersionedTokenStore;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores sign-ins in a table that all nodes share, encrypted with AES-256-GCM.
 *
 * <p>A version is a random value, not a counter: a sign-in that was deleted and saved again must
 * not have a version that another node remembers.
 */
public final class JdbcTokenStore implements VersionedTokenStore {
  private static final String CONSTRAINT_VIOLATION = "23";

  private final DataSource database;
  private final Encryption encryption;

  /**
   * Creates a store.
   *
   * @param database the database of all nodes, with the tables of {@link Schema}; each connection
   *     commits by itself (auto-commit)
   * @param key an AES key of 256 bits, the same on all nodes, kept in another place than the
   *     database
   */
  public JdbcTokenStore(DataSource database, SecretKey key) {
    this.database = database;
    this.encryption = new Encryption(key);
  }

  @Override
  public Optional<byte[]> load(String name) {
    return loadVersioned(name).map(StoredSignIn::signIn);
  }

  @Override
  public Optional<StoredSignIn> loadVersioned(String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT content, version FROM sign_in WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(StoredSignIn.of(open(rows.getBytes(1), name), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public void save(String name, byte[] signIn) {
    byte[] content = close(signIn, name);
    try {
      // A row that another node inserts or deletes in between leads to another round.
      while (!update(name, content, newVersion(), null) && !insert(name, content, newVersion())) {
        Thread.onSpinWait();
      }
    } catch (SQLException e) {
      throw failed("saved", e);
    }
  }

  @Override
  public Optional<String> saveIfUnchanged(String name, byte[] signIn, @Nullable String version) {
    byte[] content = close(signIn, name);
    String next = newVersion();
    try {
      boolean saved =
          version == null ? insert(name, content, next) : update(name, content, next, version);
      return saved ? Optional.of(next) : Optional.empty();
    } catch (SQLException e) {
      throw failed("saved", e);
    }
  }

  @Override
  public void delete(String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM sign_in WHERE name = ?")) {
      delete.setString(1, name);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw failed("deleted", e);
    }
  }

  /** Replaces the row if it exists and, unless the version is null, has this version. */
  private boolean update(String name, byte[] content, String next, @Nullable String version)
      throws SQLException {
    String sql =
        "UPDATE sign_in SET content = ?, version = ?, saved_at = CURRENT_TIMESTAMP WHERE name = ?"
            + (version == null ? "" : " AND version = ?");
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, content);
      update.setString(2, next);
      update.setString(3, name);
      if (version != null) {
        update.setString(4, version);
      }
      return update.executeUpdate() == 1;
    }
  }

  /** Adds the row, unless there is one of this name. */
  private boolean insert(String name, byte[] content, String version) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO sign_in (name, content, version) VALUES (?, ?, ?)")) {
      insert.setString(1, name);
      insert.setBytes(2, content);
      insert.setString(3, version);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT_VIOLATION)) {
        return false;
      }
      throw e;
    }
  }

  private byte[] close(byte[] signIn, String name) {
    try {
      return encryption.encrypt(signIn, name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no AES-GCM", e);
    }
  }

  private byte[] open(byte[] content, String name) {
    try {
      return encryption.decrypt(content, name);
    } catch (GeneralSecurityException e) {
      throw new TokenStoreException(
          "A stored sign-in cannot be decrypted. Use the key with which it was saved, or delete it"
              + " and let the user sign in again.",
          e);
    }
  }

  private static String newVersion() {
    return UUID.randomUUID().toString();
  }

  /** The driver's message may quote values, so only its state is shown. */
  private static TokenStoreException failed(String what, SQLException e) {
    return new TokenStoreException(
        "A sign-in cannot be "
            + what
            + ": the database failed with SQL state "
            + e.getSQLState()
            + ". Check the connection and the tables.",
        null);
  }

  /** Shows neither the database nor the key. */
  @Override
  public String toString() {
    return "JdbcTokenStore";
  }
}
