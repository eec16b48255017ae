package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.examples.remotecontrol.demo.DemoBrowser;
import canon.cpp.cloudservice.examples.remotecontrol.demo.DemoWorld;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Two nodes with one database, the fakes, and a browser or app. */
final class Nodes implements AutoCloseable {
  final DemoWorld world;
  final RecordingTransport network;
  DemoBrowser browser = new DemoBrowser();
  private final DataSource database;
  private final BackEndSettings settings;
  private final BackEndNode firstNode;
  private final BackEndNode secondNode;

  /** Starts two nodes, the second with another sign-in. */
  Nodes(
      DataSource database,
      UnaryOperator<MicrosoftApp> appOfSecond,
      UnaryOperator<TokenStore> storeOfBoth) {
    this.database = database;
    try {
      world = new DemoWorld(database);
      network = new RecordingTransport(world.network());
      HttpServer one = DemoWorld.server();
      HttpServer two = DemoWorld.server();
      settings = world.settings(URI.create("http://localhost:" + one.getAddress().getPort()));
      firstNode = start(one, app -> app, storeOfBoth);
      secondNode = start(two, appOfSecond, storeOfBoth);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Nodes() {
    this(h2(), app -> app, store -> store);
  }

  static JdbcConnectionPool h2() {
    return JdbcConnectionPool.create(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  private BackEndNode start(
      HttpServer server, UnaryOperator<MicrosoftApp> app, UnaryOperator<TokenStore> store) {
    return BackEndNode.start(server, settings, network, database, world.fake().clock(), app, store);
  }

  URI first() {
    return firstNode.address();
  }

  URI second() {
    return secondNode.address();
  }

  DataSource database() {
    return database;
  }

  BackEndSettings settings() {
    return settings;
  }

  HttpResponse<String> activate(URI node, AccessToken token, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token.value();
    System.arraycopy(headers, 0, all, 2, headers.length);
    return browser.activate(node, all).join();
  }

  void signIn() throws IOException, InterruptedException {
    browser.signIn(first(), second(), world.microsoft(), DemoWorld.LEE);
  }

  /** Returns to the start: another browser, no members' changes, no log. */
  void reset() {
    browser = new DemoBrowser();
    world.fake().resetToSeed();
    world.fake().log().clear();
    world.microsoft().log().clear();
    world.microsoft().tenant("contoso.com").account(DemoWorld.JANE).requireNothing();
  }

  /** Returns how many renewals Microsoft has received with this status. */
  long renewals(int status) {
    return world.microsoft().log().of(IdentityEndpoint.TOKEN).stream()
        .filter(request -> request.parameter("refresh_token").isPresent())
        .filter(request -> request.status() == status)
        .count();
  }

  @Override
  public void close() {
    firstNode.close();
    secondNode.close();
    world.close();
    if (database instanceof JdbcConnectionPool pool) {
      pool.dispose();
    }
  }
}
