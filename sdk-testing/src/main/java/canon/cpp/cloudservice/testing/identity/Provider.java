package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Tls;
import canon.cpp.cloudservice.testing.internal.identity.http.FaultRules;
import canon.cpp.cloudservice.testing.internal.identity.http.FrontDoor;
import canon.cpp.cloudservice.testing.internal.identity.http.LogBook;
import canon.cpp.cloudservice.testing.internal.identity.http.Parameters;
import canon.cpp.cloudservice.testing.internal.identity.http.Route;
import canon.cpp.cloudservice.testing.internal.identity.http.WebServer;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DevicePages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.Lives;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInFlow;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** What both fakes have in common: two servers, keys, faults and a log. */
final class Provider {
  private final Clock clock;
  private final FaultRules rules = new FaultRules();
  private final LogBook book = new LogBook();
  private final Lives lives = new Lives();
  private final SigningKeys keys;
  private final WebServer secured;
  private final WebServer inClear;

  Provider(String name, Clock clock) {
    this.clock = clock;
    this.keys = new SigningKeys(name);
    AtomicLong requests = new AtomicLong();
    this.secured = WebServer.secured(name, Tls.shared().server(), requests);
    this.inClear = WebServer.inClear(name + "-host", requests);
  }

  /**
   * Begins to answer.
   *
   * @param routes what the provider serves
   * @param hostRoutes what a host in the provider's cloud serves the programs on it, without TLS
   */
  void start(List<Route> routes, List<Route> hostRoutes) {
    secured.start(new FrontDoor(clock, rules, book, routes));
    inClear.start(new FrontDoor(clock, rules, book, hostRoutes));
  }

  URI address() {
    return secured.address();
  }

  URI hostAddress() {
    return inClear.address();
  }

  Lives lives() {
    return lives;
  }

  SigningKeys keys() {
    return keys;
  }

  Map<String, RSAPublicKey> publicKeys() {
    return keys.published();
  }

  String caCertificatePem() {
    return Pem.of(Tls.shared().authority());
  }

  SSLContext sslContext() {
    return Tls.shared().client();
  }

  IdentityLog log() {
    return new IdentityLog(book);
  }

  IdentityFaults faults() {
    return new IdentityFaults(rules);
  }

  TokenSettings settings() {
    return new TokenSettings(lives);
  }

  SignInCallback signIn(SignInFlow<?> flow, String realm, URI url, String account) {
    SignInFlow.Step step = begin(flow, realm, url);
    SignInFlow.Step last =
        step instanceof SignInFlow.Page page ? flow.submit(page.flow(), account) : step;
    if (last instanceof SignInFlow.Page) {
      throw new IllegalArgumentException("There is no such account: " + account);
    }
    return callback(last);
  }

  SignInCallback cancelSignIn(SignInFlow<?> flow, String realm, URI url) {
    SignInFlow.Step step = begin(flow, realm, url);
    return callback(step instanceof SignInFlow.Page page ? flow.cancel(page.flow()) : step);
  }

  void approveDevice(DevicePages<?> pages, String userCode, String account) {
    if (!pages.approve(userCode, account)) {
      throw new IllegalArgumentException(
          "No device waits with code " + userCode + ", or there is no account " + account);
    }
  }

  void denyDevice(DevicePages<?> pages, String userCode) {
    if (!pages.deny(userCode)) {
      throw new IllegalArgumentException("No device waits with code " + userCode);
    }
  }

  void close() {
    rules.close();
    secured.close();
    inClear.close();
  }

  private SignInFlow.Step begin(SignInFlow<?> flow, String realm, URI url) {
    // Not the port: some libraries want an authority without one, and are led here.
    if (!address().getHost().equals(url.getHost())) {
      throw new IllegalArgumentException("This fake is at " + address() + ", not at " + url);
    }
    return flow.begin(realm, Parameters.parse(url.getRawQuery()), "");
  }

  private static SignInCallback callback(SignInFlow.Step step) {
    if (step instanceof SignInFlow.Done done) {
      return done.callback();
    }
    String reason = step instanceof SignInFlow.Mistake mistake ? mistake.reason() : "no answer";
    throw new IllegalArgumentException("The provider shows a page with an error: " + reason);
  }
}
