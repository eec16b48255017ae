package canon.cpp.cloudservice.examples.remotecontrol.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.signin.TokenStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of the back end, on any database. */
abstract class TokenStoreTests {
  private static final String NAME = "handle-of-lee";
  private static final byte[] SIGN_IN = bytes("refresh-token-of-lee");

  private DataSource database;
  private JdbcTokenStore store;

  abstract DataSource database();

  @BeforeEach
  void createTables() throws Exception {
    database = database();
    Schema.create(database);
    Schema.create(database);
    store = new JdbcTokenStore(database, key(1));
    store.delete(NAME);
  }

  @Test
  void theLastSavedSignInIsLoadedByAnotherNode() {
    assertThat(store.load(NAME)).isEmpty();

    store.save(NAME, bytes("older"));
    store.save(NAME, SIGN_IN);

    assertThat(new JdbcTokenStore(database, key(1)).load(NAME)).contains(SIGN_IN);
  }

  @Test
  void aSignInIsSavedOnlyIfItsVersionIsTheExpectedOne() {
    String first = store.saveIfUnchanged(NAME, SIGN_IN, null).orElseThrow();
    assertThat(store.saveIfUnchanged(NAME, bytes("other"), null)).isEmpty();
    assertThat(store.loadVersioned(NAME).orElseThrow().version()).isEqualTo(first);

    String second = store.saveIfUnchanged(NAME, SIGN_IN, first).orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(store.saveIfUnchanged(NAME, bytes("other"), first)).isEmpty();

    store.save(NAME, SIGN_IN);
    assertThat(store.saveIfUnchanged(NAME, bytes("other"), second)).isEmpty();
    assertThat(store.load(NAME)).contains(SIGN_IN);
  }

  @Test
  void aSignInThatWasDeletedAndSavedAgainHasNoEarlierVersion() {
    String before = store.saveIfUnchanged(NAME, SIGN_IN, null).orElseThrow();
    store.delete(NAME);
    store.save(NAME, bytes("of another user"));

    assertThat(store.saveIfUnchanged(NAME, SIGN_IN, before)).isEmpty();
    assertThat(store.load(NAME)).contains(bytes("of another user"));
  }

  @Test
  void ofManyConditionalSavesAtOnceOneSucceeds() throws Exception {
    for (String version = null, round = "0"; round.length() < 4; round += "0") {
      List<Optional<String>> results = saveFromManyThreads(version);
      assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
      version = store.loadVersioned(NAME).orElseThrow().version();
      assertThat(results).contains(Optional.of(version));
    }
  }

  private List<Optional<String>> saveFromManyThreads(String version) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CompletableFuture<Void> start = new CompletableFuture<>();
      List<Future<Optional<String>>> saves = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        saves.add(
            threads.submit(
                () -> {
                  start.join();
                  return store.saveIfUnchanged(NAME, SIGN_IN, version);
                }));
      }
      start.complete(null);
      List<Optional<String>> results = new ArrayList<>();
      for (Future<Optional<String>> save : saves) {
        results.add(save.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theDatabaseHasNoSignInInClear() throws Exception {
    store.save(NAME, SIGN_IN);

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT content FROM sign_in WHERE name = '" + NAME + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes(1), ISO_8859_1)).doesNotContain("refresh", "lee");
    }
  }

  @Test
  void aRowUnderAnotherKeyOrNameIsReported() throws Exception {
    store.save(NAME, SIGN_IN);
    assertThatThrownBy(() -> new JdbcTokenStore(database, key(2)).load(NAME))
        .isInstanceOf(TokenStoreException.class)
        .hasMessageContaining("Use the key with which it was saved");

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM sign_in WHERE name = 'mallory'");
      statement.execute(
          "INSERT INTO sign_in (name, version, content) SELECT 'mallory', version, content FROM"
              + " sign_in WHERE name = '"
              + NAME
              + "'");
    }
    assertThatThrownBy(() -> store.load("mallory")).isInstanceOf(TokenStoreException.class);
  }

  @Test
  void aKeyThatIsNotAes256IsRejected() {
    assertThatThrownBy(() -> new JdbcTokenStore(database, new SecretKeySpec(new byte[16], "AES")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPendingSignInIsTakenOnceAndDeletedWhenItIsOld() throws Exception {
    PendingSignIns pending = new PendingSignIns(database);
    pending.put("taken", "sealed");
    pending.put("old", "sealed");
    pending.put("young", "sealed");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE pending_sign_in SET created_at = CURRENT_TIMESTAMP - INTERVAL '11' MINUTE"
              + " WHERE name = 'old'");
    }

    assertThat(pending.take("taken")).contains("sealed");
    assertThat(pending.take("taken")).isEmpty();
    pending.deleteExpired();
    assertThat(pending.take("old")).isEmpty();
    assertThat(pending.take("young")).contains("sealed");
  }

  private static SecretKeySpec key(int content) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) content;
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
