package canon.cpp.cloudservice.examples.remotecontrol.demo;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.examples.remotecontrol.BackEndSettings;
import canon.cpp.cloudservice.examples.remotecontrol.store.Schema;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * What surrounds the nodes: a fake of the service with a few users, a fake of Microsoft that
 * detects the reuse of refresh tokens, and the app's side of the sign-in.
 */
public final class DemoWorld implements AutoCloseable {
  /** A user whose app sends a token for the service. */
  public static final String JOHN = "john@contoso.com";

  /** A user whose app sends a token for the back end. */
  public static final String JANE = "jane@contoso.com";

  /** A user who signs in at the back end, in a browser. */
  public static final String LEE = "lee@contoso.com";

  /** A user whom no administrator has added. */
  public static final String STRANGER = "stranger@contoso.com";

  private static final URI APP_REDIRECT = URI.create("http://localhost/app");
  private static final String TENANT = "contoso.com";
  private static final String SECRET = "not-a-real-secret-of-the-back-end";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final FakeCloudService fake;
  private final FakeEntra microsoft;
  private final HttpTransport network;
  private final EntraApp mobileApp;
  private final EntraApp backEnd;
  private final SecretKey storeKey = randomKey();
  private final SealingKey sealingKey = SealingKey.of(randomKey());

  /**
   * Starts the fakes, and creates the tables.
   *
   * @param database the database of all nodes
   * @throws SQLException if the database fails
   */
  public DemoWorld(DataSource database) throws SQLException {
    Schema.create(database);
    fake =
        FakeCloudService.builder()
            .site(site -> site.administrator("admin@contoso.com").user(JOHN).user(JANE).user(LEE))
            .build();
    microsoft = fake.identityProviders().microsoft();
    microsoft.settings().revokeOnRefreshTokenReuse();
    for (String address : new String[] {JOHN, JANE, LEE, STRANGER}) {
      var unused = microsoft.tenant(TENANT).account(address);
    }
    mobileApp = microsoft.app("remote-control-app").redirectTo(APP_REDIRECT.toString());
    backEnd =
        microsoft
            .app("remote-control-back-end")
            .secret(SECRET)
            .redirectTo("http://localhost/callback");
    network =
        HttpTransport.jdk()
            .proxy(ProxySettings.none())
            .trust(fake.identityProviders().trust())
            .build();
  }

  /**
   * Binds a server for a node.
   *
   * @return a server on a free port of the loopback interface, not started
   * @throws IOException if there is no port
   */
  public static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
  }

  /**
   * Returns the settings of all nodes.
   *
   * @param publicAddress the address that browsers use
   * @return the settings
   */
  public BackEndSettings settings(URI publicAddress) {
    return new BackEndSettings(
        fake.http().address(),
        publicAddress,
        microsoft.address(),
        backEnd.clientId(),
        Secret.of(SECRET),
        microsoft.apiId(),
        "access",
        Set.of(),
        Duration.ofMinutes(1),
        sealingKey,
        storeKey);
  }

  /**
   * Returns the token that the app requests for the service, to be passed through.
   *
   * @param address the user
   * @return a token whose audience is the service
   */
  public AccessToken tokenForService(String address) {
    try (AccountTokenProvider user = signIn(address)) {
      return user.token(TokenRequest.within(TIMEOUT));
    }
  }

  /**
   * Returns the token that the app requests for the back end, to be exchanged on behalf of.
   *
   * @param address the user
   * @return a token whose audience is the back end
   */
  public AccessToken tokenForBackEnd(String address) {
    return tokenFor(address, backEnd.scope("access"));
  }

  /**
   * Returns a token for an API of another product.
   *
   * @param address the user
   * @return a token with another audience
   */
  public AccessToken tokenForAnotherApi(String address) {
    return tokenFor(address, microsoft.app("another-api").scope("access"));
  }

  private AccessToken tokenFor(String address, String scope) {
    try (AccountTokenProvider user = signIn(address)) {
      return user.token(TokenRequest.within(TIMEOUT).withScopes(Set.of(scope)));
    }
  }

  /** The platform's sign-in on the phone. */
  private AccountTokenProvider signIn(String address) {
    MicrosoftApp app =
        MicrosoftApp.of(network, mobileApp.clientId(), microsoft.apiId())
            .authority(microsoft.address())
            .clock(fake.clock());
    AuthorizationCodeSession session = app.begin(APP_REDIRECT);
    return session.complete(microsoft.signIn(session.url(), address).parameters(), TIMEOUT);
  }

  /**
   * Returns the fake service.
   *
   * @return the service
   */
  public FakeCloudService fake() {
    return fake;
  }

  /**
   * Returns the fake of Microsoft.
   *
   * @return the identity provider
   */
  public FakeEntra microsoft() {
    return microsoft;
  }

  /**
   * Returns the transport of the nodes.
   *
   * @return a transport that trusts the fakes
   */
  public HttpTransport network() {
    return network;
  }

  private static SecretKey randomKey() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  public void close() {
    network.close();
    fake.close();
  }
}
