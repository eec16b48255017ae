package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.faults.CountedRules;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import canon.cpp.cloudservice.testing.internal.identity.http.Dispatcher;
import canon.cpp.cloudservice.testing.internal.identity.http.IdentityFaultEffect;
import canon.cpp.cloudservice.testing.internal.identity.http.Route;
import canon.cpp.cloudservice.testing.internal.identity.http.RoutedRequest;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DevicePages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInFlow;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.log.BoundedLog;
import canon.cpp.cloudservice.testing.internal.server.WebServer;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** The common base of both fakes: two servers, keys, faults and a log. */
abstract class Provider implements FakeIdentity {
  private final Clock clock;
  private final CountedRules<RoutedRequest, IdentityFaultEffect> rules = new CountedRules<>();
  private final BoundedLog<IdentityRequest> book = new BoundedLog<>();
  private final TokenLifetimes lifetimes = new TokenLifetimes();
  private final SigningKeys keys;
  private final WebServer secured;
  private final WebServer inClear;

  Provider(String name, Clock clock) {
    this.clock = clock;
    this.keys = new SigningKeys(name);
    AtomicLong requests = new AtomicLong();
    this.secured = WebServer.secured(name, TestTls.shared().server(), requests);
    this.inClear = WebServer.inClear(name + "-host", requests);
  }

  /**
   * Starts to serve requests.
   *
   * @param routes the routes of the provider
   * @param hostRoutes the routes for applications on a host in the provider's cloud, without TLS
   */
  void start(List<Route> routes, List<Route> hostRoutes) {
    secured.start(new Dispatcher(clock, rules, book, routes));
    inClear.start(new Dispatcher(clock, rules, book, hostRoutes));
  }

  URI hostAddress() {
    return inClear.address();
  }

  TokenLifetimes lifetimes() {
    return lifetimes;
  }

  SigningKeys keys() {
    return keys;
  }

  abstract SignInFlow<?> flow();

  abstract DevicePages<?> devicePages();

  /** Returns the path of an address without the provider's own prefix. */
  abstract String realm(URI authorizeUrl);

  @Override
  public URI address() {
    return secured.address();
  }

  @Override
  public Map<String, RSAPublicKey> publicKeys() {
    return keys.published();
  }

  @Override
  public void rotateKeys() {
    keys.rotate();
  }

  @Override
  public String caCertificatePem() {
    return Pem.of(TestTls.shared().authority());
  }

  @Override
  public SSLContext sslContext() {
    return TestTls.shared().client();
  }

  @Override
  public IdentityLog log() {
    return new IdentityLog(book);
  }

  @Override
  public IdentityFaults faults() {
    return new IdentityFaults(rules);
  }

  @Override
  public TokenSettings settings() {
    return new TokenSettings(lifetimes);
  }

  @Override
  public SignInCallback signIn(URI authorizeUrl, String address) {
    SignInFlow.Step step = begin(authorizeUrl);
    SignInFlow.Step last =
        step instanceof SignInFlow.Page page ? flow().submit(page.flow(), address) : step;
    if (last instanceof SignInFlow.Page) {
      throw new IllegalArgumentException("Unknown account: " + address);
    }
    return callback(last);
  }

  @Override
  public SignInCallback cancelSignIn(URI authorizeUrl) {
    SignInFlow.Step step = begin(authorizeUrl);
    return callback(step instanceof SignInFlow.Page page ? flow().cancel(page.flow()) : step);
  }

  @Override
  public void approveDevice(String userCode, String address) {
    if (!devicePages().approve(userCode, address)) {
      throw new IllegalArgumentException(
          "No device waits with code " + userCode + ", or the account is unknown: " + address);
    }
  }

  @Override
  public void denyDevice(String userCode) {
    if (!devicePages().deny(userCode)) {
      throw new IllegalArgumentException("No device waits with code " + userCode);
    }
  }

  @Override
  public void close() {
    rules.close();
    secured.close();
    inClear.close();
  }

  private SignInFlow.Step begin(URI url) {
    String realm = realm(url);
    // The port is not compared: some libraries use an authority without one, and are routed here.
    if (!address().getHost().equals(url.getHost())) {
      throw new IllegalArgumentException("This fake is at " + address() + ", not at " + url);
    }
    return flow().begin(realm, Parameters.parse(url.getRawQuery()), "");
  }

  private static SignInCallback callback(SignInFlow.Step step) {
    if (step instanceof SignInFlow.Done done) {
      return done.callback();
    }
    String reason = step instanceof SignInFlow.Mistake mistake ? mistake.reason() : "no response";
    throw new IllegalArgumentException("The provider shows an error page: " + reason);
  }
}
