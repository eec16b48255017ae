package canon.cpp.cloudservice.examples.remotecontrol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.examples.remotecontrol.demo.DemoWorld;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** No secret is in the log, with every library at TRACE, or in the database. */
@EnabledIfSystemProperty(named = SecretsTest.LOG_FILE, matches = ".+")
class SecretsTest {
  static final String LOG_FILE = "org.slf4j.simpleLogger.logFile";

  @Test
  void noSecretIsLoggedOrStoredInClear() throws Exception {
    List<String> secrets = new ArrayList<>();
    String stored;
    try (Nodes nodes = new Nodes()) {
      for (AccessToken token :
          List.of(
              nodes.world.tokenForService(DemoWorld.JOHN),
              nodes.world.tokenForService(DemoWorld.STRANGER),
              nodes.world.tokenForBackEnd(DemoWorld.JANE),
              nodes.world.tokenForAnotherApi(DemoWorld.JOHN))) {
        secrets.add(token.value());
        nodes.activate(nodes.first(), token);
      }
      nodes.signIn();
      nodes.browser.activate(nodes.first()).join();
      nodes.world.fake().clock().advance(Duration.ofHours(2));
      nodes.browser.activate(nodes.second()).join();
      nodes.browser.callbackQuery(nodes.first(), nodes.world.microsoft(), DemoWorld.LEE);
      stored = content(nodes);
      nodes.world.microsoft().log().of(IdentityEndpoint.TOKEN).stream()
          .flatMap(
              request ->
                  List.of("code", "code_verifier", "refresh_token", "client_secret", "assertion")
                      .stream()
                      .flatMap(name -> request.parameter(name).stream()))
          .forEach(secrets::add);
    }

    String log = Files.readString(Path.of(System.getProperty(LOG_FILE)), ISO_8859_1);
    assertThat(log).as("the log").contains("POST /activate: status 200");
    assertThat(secrets).hasSizeGreaterThan(10);
    assertThat(secrets)
        .allSatisfy(
            secret -> {
              assertThat(log.contains(secret)).as("in the log: %s", secret).isFalse();
              assertThat(stored.contains(secret)).as("in the database: %s", secret).isFalse();
            });
    assertThat(log).doesNotContain(DemoWorld.JANE, DemoWorld.LEE);
  }

  /** Everything that both tables contain, byte by byte. */
  private static String content(Nodes nodes) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = nodes.database().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT name, content FROM sign_in")) {
        while (rows.next()) {
          all.append(rows.getString(1)).append(new String(rows.getBytes(2), ISO_8859_1));
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT name, session FROM pending_sign_in")) {
        while (rows.next()) {
          all.append(rows.getString(1)).append(rows.getString(2));
        }
      }
    }
    assertThat(all).isNotEmpty();
    return all.toString();
  }
}
