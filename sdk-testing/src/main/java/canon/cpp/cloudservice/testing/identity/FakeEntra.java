package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.entra.EntraDirectory;
import canon.cpp.cloudservice.testing.internal.identity.entra.EntraEndpoints;
import canon.cpp.cloudservice.testing.internal.identity.entra.EntraRegistration;
import canon.cpp.cloudservice.testing.internal.identity.entra.ManagedIdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DevicePages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInFlow;
import java.net.URI;
import java.time.Clock;

/**
 * A fake of Microsoft Entra ID: tenants, accounts and applications, and the endpoints of its
 * identity platform (version 2.0), over TLS on this machine.
 *
 * <pre>{@code
 * try (FakeEntra entra = FakeEntra.start(clock)) {
 *   entra.tenant("contoso.com").account("admin@contoso.com");
 *   EntraApp editor = entra.app("settings-editor").redirectTo("http://localhost/callback");
 *   …                                    // begin a sign-in; it gives an address for the browser
 *   SignInCallback callback = entra.signIn(authorizeUrl, "admin@contoso.com");
 *   …                                    // complete it with callback.parameters()
 *   assertThat(entra.log().of(IdentityEndpoint.TOKEN)).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It supports {@code authorization_code} (with PKCE, S256 only), {@code refresh_token} (each can
 * be used once), {@code client_credentials}, device code and on-behalf-of. The paths are
 * Microsoft's, below {@code https://localhost:port/{tenant}}; {@code common}, {@code organizations}
 * and {@code consumers} work too.
 */
public final class FakeEntra extends Provider implements FakeIdentity {
  private final EntraDirectory directory = new EntraDirectory();
  private final EntraEndpoints endpoints;
  private final EntraRegistration api = directory.app("cloud-service-api");

  private FakeEntra(Clock clock) {
    super("fake-entra", clock);
    endpoints = new EntraEndpoints(address(), clock, lifetimes(), keys(), directory);
    start(endpoints.routes(), endpoints.hostRoutes());
  }

  /**
   * Starts a fake.
   *
   * @param clock the clock for the expiry of tokens and codes; TLS uses the clock of the machine
   * @return a running fake; close it after use
   */
  public static FakeEntra start(Clock clock) {
    return new FakeEntra(requireNonNull(clock, "clock"));
  }

  /**
   * Returns the tenant with this name. The first call creates it.
   *
   * @param name a domain, such as {@code contoso.com}; its id follows from it
   * @return the tenant
   */
  public EntraTenant tenant(String name) {
    return new EntraTenant(address(), directory.tenant(requireNonNull(name, "name")));
  }

  /**
   * Returns the tenant of all personal accounts.
   *
   * @return the tenant that the paths call {@code consumers}
   */
  public EntraTenant personalAccounts() {
    return new EntraTenant(address(), directory.personal());
  }

  /**
   * Returns the application with this name. The first call registers it.
   *
   * @param name any text; its client id follows from it
   * @return the application
   */
  public EntraApp app(String name) {
    return new EntraApp(directory.app(requireNonNull(name, "name")));
  }

  /**
   * Returns the audience of tokens for the cloud service's API.
   *
   * @return the claim {@code aud}: the API's id, a UUID
   */
  public String apiId() {
    return api.clientId();
  }

  /**
   * Returns the scope that an application requests for a user.
   *
   * @return {@code api://}, the API's id, and {@code /access}
   */
  public String apiScope() {
    return "api://" + apiId() + "/access";
  }

  /**
   * Returns the scope that an application requests for itself.
   *
   * @return {@code api://}, the API's id, and {@code /.default}
   */
  public String apiDefaultScope() {
    return "api://" + apiId() + "/.default";
  }

  /**
   * Makes the managed-identity endpoints those of a host with an identity. Before this call they
   * know no identity.
   *
   * @param tenant the tenant of the identity
   * @param app the identity of the applications on the host
   */
  public void runHostAs(EntraTenant tenant, EntraApp app) {
    endpoints.managedIdentity().runHostAs(tenant.tenant(), app.app());
  }

  /**
   * Returns the address at which applications on a host obtain tokens without a secret. Use it as
   * {@code AZURE_POD_IDENTITY_AUTHORITY_HOST} (virtual machines), or with {@code /msi/token} as
   * {@code IDENTITY_ENDPOINT} (App Service).
   *
   * @return {@code http://localhost:} and a port
   */
  public URI managedIdentityAddress() {
    return hostAddress();
  }

  /**
   * Returns the value of {@code IDENTITY_HEADER}, which App Service passes to its applications.
   *
   * @return a secret, the same for all fakes
   */
  public String managedIdentityHeader() {
    return ManagedIdentityEndpoint.HEADER;
  }

  /**
   * Revokes all refresh tokens of an account.
   *
   * @param account the account
   */
  public void revokeSessions(EntraAccount account) {
    endpoints.revoke(requireNonNull(account, "account"));
  }

  @Override
  public String issuer() {
    return address() + "/{tenantid}/v2.0";
  }

  @Override
  public URI jwksUri() {
    return address().resolve("/common/discovery/v2.0/keys");
  }

  @Override
  SignInFlow<EntraAccount> flow() {
    return endpoints.flow();
  }

  @Override
  DevicePages<EntraAccount> devicePages() {
    return endpoints.devicePages();
  }

  @Override
  String realm(URI authorizeUrl) {
    String[] segments = authorizeUrl.getPath().split("/", -1);
    return segments.length < 2 ? "" : segments[1];
  }
}
