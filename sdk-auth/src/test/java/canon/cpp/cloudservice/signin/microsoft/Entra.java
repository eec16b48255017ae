package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.EntraTenant;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** A fake of Microsoft with one tenant, one account and two applications, and a transport to it. */
final class Entra implements AutoCloseable {
  static final URI REDIRECT = URI.create("https://printer.contoso.com/callback");
  static final String ADMIN = "admin@contoso.com";
  static final String SECRET = "not-a-real-secret";
  static final Duration TIME = Duration.ofSeconds(30);

  final FakeClock clock = new FakeClock();
  final FakeEntra fake;
  final EntraTenant contoso;
  final EntraAccount admin;
  final EntraApp editor;
  final EntraApp tool;
  final Reroute network;

  Entra() {
    this.fake = FakeEntra.start(clock);
    this.contoso = fake.tenant("contoso.com");
    this.admin = contoso.account(ADMIN);
    this.editor = fake.app("settings-editor").redirectTo(REDIRECT.toString());
    this.tool = fake.app("partner-tool").secret(SECRET).role("Members.Administer");
    this.network = network(fake);
  }

  /** A transport that trusts the fake. */
  static Reroute network(FakeEntra fake) {
    HttpTransport transport =
        HttpTransport.jdk()
            .proxy(ProxySettings.none())
            .trust(
                TrustSettings.system()
                    .withTrustAnchors(fake.caCertificatePem().getBytes(StandardCharsets.US_ASCII)))
            .build();
    return new Reroute(transport, fake.address().getPort());
  }

  /** The application that users sign in with. */
  MicrosoftApp app() {
    return app(editor);
  }

  MicrosoftApp app(EntraApp registered) {
    return MicrosoftApp.of(network, registered.clientId(), fake.apiId())
        .authority(fake.address())
        .clock(clock)
        .timer(clock);
  }

  /** The unattended application. */
  MicrosoftTenantApp unattended() {
    return app(tool).inTenant("contoso.com");
  }

  static MicrosoftCredential secret() {
    return MicrosoftCredential.secret(Secret.of(SECRET));
  }

  /** A user signs in with a browser on another machine. */
  AccountTokenProvider signedIn() {
    return signedIn(app());
  }

  AccountTokenProvider signedIn(MicrosoftApp app) {
    AuthorizationCodeSession session = app.begin(AuthorizationCodeOptions.of(REDIRECT));
    return session.complete(fake.signIn(session.url(), ADMIN).parameters(), TIME);
  }

  /** Returns the number of token requests. */
  int tokenRequests() {
    return fake.log().of(IdentityEndpoint.TOKEN).size();
  }

  /** Requests tokens until the old one has expired and a new one is needed. */
  AuthenticationException renewalFails(TokenProvider provider) {
    clock.advance(Duration.ofHours(2));
    return failure(provider, TokenRequest.within(TIME));
  }

  static AuthenticationException failure(TokenProvider provider, TokenRequest request) {
    return Assertions.catchThrowableOfType(
        AuthenticationException.class, () -> provider.token(request));
  }

  @Override
  public void close() {
    network.close();
    fake.close();
  }
}
