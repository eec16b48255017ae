package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.examples.remotecontrol.store.JdbcTokenStore;
import canon.cpp.cloudservice.examples.remotecontrol.store.PendingSignIns;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * One node of the back end. Nodes share the database and the settings, and nothing else.
 *
 * <p>TLS ends in front of the node, at a load balancer or an ingress.
 */
public final class BackEndNode implements AutoCloseable {
  private static final int THREADS = 16;

  static {
    // Without this the JDK's server delays small responses by 40 ms. It is read once.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CloudServiceClient client;
  private final SignedInUsers users;

  private BackEndNode(HttpServer server, CloudServiceClient client, SignedInUsers users) {
    this.server = server;
    this.client = client;
    this.users = users;
  }

  /**
   * Starts a node.
   *
   * @param server a server that is bound but not started; the node stops it
   * @param settings the settings of all nodes
   * @param network the transport for the service and for Microsoft; not closed
   * @param database the database of all nodes
   * @param clock the wall clock
   * @return a running node; close it after use
   */
  public static BackEndNode start(
      HttpServer server,
      BackEndSettings settings,
      HttpTransport network,
      DataSource database,
      Clock clock) {
    return start(server, settings, network, database, clock, app -> app, store -> store);
  }

  /** Starts a node whose sign-in a test changes. */
  static BackEndNode start(
      HttpServer server,
      BackEndSettings settings,
      HttpTransport network,
      DataSource database,
      Clock clock,
      UnaryOperator<MicrosoftApp> adapted,
      UnaryOperator<TokenStore> adaptedStore) {
    MicrosoftCredential credential = MicrosoftCredential.secret(settings.clientSecret());
    MicrosoftApp app =
        adapted.apply(
            MicrosoftApp.of(network, settings.clientId(), settings.apiId())
                .authority(settings.authority())
                .credential(credential)
                .clock(clock));
    CloudServiceClient client =
        CloudServiceClient.builder(settings.serviceAddress())
            .transport(network)
            .appInfo("RemoteControlBackEnd/1.0")
            .timeout(settings.timeout())
            .clock(clock)
            .build();
    TokenStore store = adaptedStore.apply(new JdbcTokenStore(database, settings.storeKey()));
    SignedInUsers users = new SignedInUsers(app, store);
    Activations activations =
        new Activations(client, app, credential, new AppTokens(settings, network, clock), users);
    SignIns signIns = new SignIns(client, app, settings, new PendingSignIns(database), users);

    BackEndNode node = new BackEndNode(server, client, users);
    node.serve("POST", "/activate", activations::activate);
    node.serve("GET", "/sign-in", signIns::begin);
    node.serve("GET", SignIns.CALLBACK, signIns::complete);
    node.serve("POST", "/sign-out", signIns::signOut);
    server.setExecutor(node.threads);
    server.start();
    return node;
  }

  private void serve(String method, String path, Endpoint.Action action) {
    server.createContext(path, new Endpoint(method, path, action));
  }

  /**
   * Returns the address of this node.
   *
   * @return {@code http://localhost:} and its port
   */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Stops the server, and closes the client and the users' token providers. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
    users.close();
  }
}
