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
 * A fake of Google's identity platform: accounts, programs and service accounts, and the endpoints
 * that give out tokens, over TLS on this machine.
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
 * <p>Google has its endpoints on several hosts, here they are on one, with Google's paths: {@code
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
    endpoints = new GoogleEndpoints(address(), clock, lives(), keys(), directory);
    start(endpoints.routes(), endpoints.hostRoutes());
  }

  /**
   * Starts a fake.
   *
   * @param clock by which tokens and codes expire; TLS goes by the machine's
   * @return a fake that listens; close it after use
   */
  public static FakeGoogle start(Clock clock) {
    return new FakeGoogle(requireNonNull(clock, "clock"));
  }

  /**
   * The account of that address. The first time it is made, vouched for (D33).
   *
   * @param address any address
   * @return the account
   */
  public GoogleAccount account(String address) {
    requireNonNull(address, "address");
    return directory.account(address, () -> new GoogleAccount(address));
  }

  /**
   * The program of that name. The first time it is registered.
   *
   * @param name any text; its client id follows from it
   * @return the program
   */
  public GoogleClient client(String name) {
    return new GoogleClient(directory.program(requireNonNull(name, "name")));
  }

  /**
   * The client ids of all programs: the audiences that a service accepts of people, and of nobody
   * else, because a service account can have a token made for any audience.
   *
   * @return a copy
   */
  public Set<String> clientIds() {
    return directory.clientIds();
  }

  /**
   * The service account of that name. The first time it is made.
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
   * @param issuer whose tokens can be exchanged
   */
  public void trust(String audience, WorkloadIssuer issuer) {
    directory.trust(
        requireNonNull(audience, "audience"),
        new GoogleDirectory.Issuer(issuer.issuer(), issuer.publicKey()));
  }

  /**
   * What Google calls somebody whom a trusted issuer vouches for.
   *
   * @param audience the provider of the pool
   * @param subject the claim {@code sub} of the issuer's token
   * @return {@code principal://} and so on
   */
  public String principal(String audience, String subject) {
    return ExchangeEndpoint.principal(audience, subject);
  }

  /**
   * Makes the metadata server that of a virtual machine with a service account. Without one it
   * knows none.
   *
   * @param account whose tokens the programs on the machine get
   */
  public void runHostAs(GoogleServiceAccount account) {
    directory.runHostAs(account.account());
  }

  /**
   * Where the metadata server is. Host and port go into {@code GCE_METADATA_HOST}.
   *
   * @return {@code http://localhost:} and a port
   */
  public URI metadataAddress() {
    return hostAddress();
  }

  /**
   * Makes all refresh tokens useless that programs have for an account.
   *
   * @param account whose
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
