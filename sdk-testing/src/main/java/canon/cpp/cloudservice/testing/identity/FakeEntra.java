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
 * A fake of Microsoft Entra ID: tenants, accounts and programs, and the endpoints of its identity
 * platform (version 2.0), over TLS on this machine.
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
 * <p>It serves {@code authorization_code} (with PKCE, S256 only), {@code refresh_token} (each good
 * for one time), {@code client_credentials}, device code and on-behalf-of. The paths are
 * Microsoft's, below {@code https://localhost:port/{tenant}}; {@code common}, {@code organizations}
 * and {@code consumers} work too.
 */
public final class FakeEntra extends Provider implements FakeIdentity {
  private final EntraDirectory directory = new EntraDirectory();
  private final EntraEndpoints endpoints;
  private final EntraRegistration api = directory.app("cloud-service-api");

  private FakeEntra(Clock clock) {
    super("fake-entra", clock);
    endpoints = new EntraEndpoints(address(), clock, lives(), keys(), directory);
    start(endpoints.routes(), endpoints.hostRoutes());
  }

  /**
   * Starts a fake.
   *
   * @param clock by which tokens and codes expire; TLS goes by the machine's
   * @return a fake that listens; close it after use
   */
  public static FakeEntra start(Clock clock) {
    return new FakeEntra(requireNonNull(clock, "clock"));
  }

  /**
   * The tenant of that name. The first time it is made.
   *
   * @param name a domain, such as {@code contoso.com}; its id follows from it
   * @return the tenant
   */
  public EntraTenant tenant(String name) {
    return new EntraTenant(address(), directory.tenant(requireNonNull(name, "name")));
  }

  /**
   * The tenant of all personal accounts.
   *
   * @return the tenant that the paths call {@code consumers}
   */
  public EntraTenant personalAccounts() {
    return new EntraTenant(address(), directory.personal());
  }

  /**
   * The program of that name. The first time it is registered.
   *
   * @param name any text; its client id follows from it
   * @return the program
   */
  public EntraApp app(String name) {
    return new EntraApp(directory.app(requireNonNull(name, "name")));
  }

  /**
   * Whom tokens for the cloud service's API are meant for.
   *
   * @return the claim {@code aud}: the API's id, a UUID
   */
  public String apiId() {
    return api.clientId();
  }

  /**
   * What a program asks for in the name of a user.
   *
   * @return {@code api://}, the API's id, and {@code /access}
   */
  public String apiScope() {
    return "api://" + apiId() + "/access";
  }

  /**
   * What a program asks for in its own name.
   *
   * @return {@code api://}, the API's id, and {@code /.default}
   */
  public String apiDefaultScope() {
    return "api://" + apiId() + "/.default";
  }

  /**
   * Makes the managed-identity endpoints those of a host with an identity. Without one they know
   * none.
   *
   * @param tenant where the identity is
   * @param app as whom the programs on the host act
   */
  public void runHostAs(EntraTenant tenant, EntraApp app) {
    endpoints.managedIdentity().runHostAs(tenant.tenant(), app.app());
  }

  /**
   * Where a host's programs get tokens without a secret. As it is, it goes into {@code
   * AZURE_POD_IDENTITY_AUTHORITY_HOST} (virtual machines); with {@code /msi/token} into {@code
   * IDENTITY_ENDPOINT} (EntraRegistration Service).
   *
   * @return {@code http://localhost:} and a port
   */
  public URI managedIdentityAddress() {
    return hostAddress();
  }

  /**
   * What App Service tells its programs in {@code IDENTITY_HEADER}.
   *
   * @return a secret, the same for all fakes
   */
  public String managedIdentityHeader() {
    return ManagedIdentityEndpoint.HEADER;
  }

  /**
   * Makes all refresh tokens useless that programs have for an account.
   *
   * @param account whose
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
