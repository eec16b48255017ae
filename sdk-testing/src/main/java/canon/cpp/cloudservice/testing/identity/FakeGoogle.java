package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.google.ExchangeEndpoint;
import canon.cpp.cloudservice.testing.internal.identity.google.GoogleDirectory;
import canon.cpp.cloudservice.testing.internal.identity.google.GoogleEndpoints;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DevicePages;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInFlow;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/**
 * A fake of Google's identity platform: accounts, clients and service accounts, and the endpoints
 * that issue tokens, over TLS on this machine.
 *
 * <pre>{@code
 * try (FakeGoogle google = FakeGoogle.start(clock)) {
 *   google.account("john.doe@gmail.com");
 *   GoogleClient console = google.client("partner-console").secret("not-a-real-secret");
 *   …                                            // ask for a device code; it shows a user code
 *   google.approveDevice(userCode, "john.doe@gmail.com");
 *   …                                            // the device gets its ID token
 * }
 * }</pre>
 *
 * <p>Google's endpoints are on several hosts. Here they are on one, with Google's paths: {@code
 * /o/oauth2/v2/auth}, {@code /token}, {@code /device/code}, {@code /revoke}, {@code
 * /oauth2/v3/certs}, {@code /v1/token} (exchange), {@code
 * /v1/projects/-/serviceAccounts/…:generateIdToken} and {@code :generateAccessToken}. The metadata
 * server is at {@link #metadataAddress()}.
 */
public final class FakeGoogle extends Provider implements FakeIdentity {
  private final GoogleDirectory directory = new GoogleDirectory();
  private final GoogleEndpoints endpoints;

  private FakeGoogle(Clock clock) {
    super("fake-google", clock);
    endpoints = new GoogleEndpoints(address(), clock, lifetimes(), keys(), directory);
    start(endpoints.routes(), endpoints.hostRoutes());
  }

  /**
   * Starts a fake.
   *
   * @param clock the clock for the expiry of tokens and codes; TLS uses the clock of the machine
   * @return a running fake; close it after use
   */
  public static FakeGoogle start(Clock clock) {
    return new FakeGoogle(requireNonNull(clock, "clock"));
  }

  /**
   * Returns the account with this address. The first call creates it, with a verified address
   * (D33).
   *
   * @param address any address
   * @return the account
   */
  public GoogleAccount account(String address) {
    requireNonNull(address, "address");
    return directory.account(address, () -> new GoogleAccount(address));
  }

  /**
   * Returns the client with this name. The first call registers it.
   *
   * @param name any text; its client id follows from it
   * @return the client
   */
  public GoogleClient client(String name) {
    return new GoogleClient(directory.program(requireNonNull(name, "name")));
  }

  /**
   * Returns the client ids of all clients: the audiences that a service accepts for users only,
   * because a service account can request a token with any audience.
   *
   * @return a copy
   */
  public Set<String> clientIds() {
    return directory.clientIds();
  }

  /**
   * Returns the service account with this name. The first call creates it.
   *
   * @param name letters, digits and hyphens; its address follows from it
   * @return the service account
   */
  public GoogleServiceAccount serviceAccount(String name) {
    return new GoogleServiceAccount(
        address(), directory.serviceAccount(requireNonNull(name, "name")));
  }

  /**
   * Trusts another issuer (workload identity federation).
   *
   * @param audience the provider of a pool: {@code
   *     //iam.googleapis.com/projects/1/locations/global/
   *     workloadIdentityPools/pool/providers/provider}
   * @param issuer the issuer whose tokens can be exchanged
   */
  public void trust(String audience, WorkloadIssuer issuer) {
    directory.trust(
        requireNonNull(audience, "audience"),
        new GoogleDirectory.Issuer(issuer.issuer(), issuer.publicKey()));
  }

  /**
   * Returns Google's name for a subject of a trusted issuer.
   *
   * @param audience the provider of the pool
   * @param subject the claim {@code sub} of the issuer's token
   * @return {@code principal://} and so on
   */
  public String principal(String audience, String subject) {
    return ExchangeEndpoint.principal(audience, subject);
  }

  /**
   * Makes the metadata server that of a virtual machine with a service account. Before this call it
   * knows no account.
   *
   * @param account the service account of the virtual machine
   */
  public void runHostAs(GoogleServiceAccount account) {
    directory.runHostAs(account.account());
  }

  /**
   * Returns the address of the metadata server. Use host and port as {@code GCE_METADATA_HOST}.
   *
   * @return {@code http://localhost:} and a port
   */
  public URI metadataAddress() {
    return hostAddress();
  }

  /**
   * Revokes all refresh tokens of an account.
   *
   * @param account the account
   */
  public void revokeSessions(GoogleAccount account) {
    endpoints.revoke(requireNonNull(account, "account"));
  }

  @Override
  public String issuer() {
    return address().toString();
  }

  @Override
  public URI jwksUri() {
    return GoogleEndpoints.keys(address());
  }

  @Override
  SignInFlow<GoogleAccount> flow() {
    return endpoints.flow();
  }

  @Override
  DevicePages<GoogleAccount> devicePages() {
    return endpoints.devicePages();
  }

  @Override
  String realm(URI authorizeUrl) {
    return "";
  }
}
