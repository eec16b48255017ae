package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The PRISMAsync cloud service in memory, with every rule of the domain, for tests that run without
 * it.
 *
 * <pre>{@code
 * try (FakeCloudService fake =
 *     FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
 *   CloudServiceClient client = fake.client("admin@contoso.com");
 *   client.users().add("john@contoso.com").execute();
 * }
 * }</pre>
 *
 * <p>The fake is deterministic: ids count, and time passes only when a test moves the {@link
 * #clock()}. It is safe for use by many threads; requests are decided one after the other.
 */
public final class FakeCloudService implements AutoCloseable {
  private final FakeClock clock;
  private final FakeContext parts;
  private final RequestLog log;
  private final Faults faults;
  private final FakeEndpoints endpoints;
  private final FakeSeed seed;
  private @Nullable FakeIdentityProviders identityProviders;

  FakeCloudService(FakeSeed seed) {
    this.seed = seed;
    this.clock = new FakeClock(seed.start());
    this.parts = new FakeContext(clock);
    this.log = new RequestLog(parts.log(), parts.operationNames());
    this.faults = new Faults(parts.faults(), parts.effects(), parts.operationNames());
    this.endpoints = new FakeEndpoints(parts, clock);
    parts.atomically(() -> seed.plant(parts));
  }

  /**
   * Starts to say what a fake has.
   *
   * @return a builder without sites
   */
  public static FakeCloudServiceBuilder builder() {
    return new FakeCloudServiceBuilder();
  }

  /**
   * The endpoint in the process: no sockets, and time limits by the fake's clock.
   *
   * @return the endpoint
   */
  public FakeEndpoint inProcess() {
    return endpoints.inProcess();
  }

  /**
   * The endpoint by HTTP, on a free port of the loopback interface; its server starts at the first
   * use.
   *
   * @return the endpoint
   */
  public FakeEndpoint http() {
    return endpoints.http();
  }

  /**
   * A client in the process, for the account that {@link FakeAccount#of} makes of an address. The
   * fake closes it.
   *
   * @param email the address
   * @return a client that waits by the fake's clock
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public CloudServiceClient client(String email) {
    return endpoints.inProcess().client(email);
  }

  /**
   * A client in the process, for an account. The fake closes it.
   *
   * @param account any account, whether or not a site knows it
   * @return a client that waits by the fake's clock
   */
  public CloudServiceClient client(FakeAccount account) {
    return endpoints.inProcess().client(account);
  }

  /**
   * A new token for the in-process endpoint; see {@link FakeEndpoint#tokenFor(String)}.
   *
   * @param email the address
   * @return a token
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public AccessToken tokenFor(String email) {
    return endpoints.inProcess().tokenFor(email);
  }

  /**
   * A new token for the in-process endpoint; see {@link FakeEndpoint#tokenFor(FakeAccount)}.
   *
   * @param account any account
   * @return a token
   */
  public AccessToken tokenFor(FakeAccount account) {
    return endpoints.inProcess().tokenFor(account);
  }

  /**
   * Fakes of Microsoft and Google, whose tokens this service accepts. They start at the first call,
   * go by this fake's clock, and close with it. Somebody who signs in there is the account that was
   * seeded here by the same address; see {@link FakeAccount}.
   *
   * @return both
   */
  public FakeIdentityProviders identityProviders() {
    synchronized (parts) {
      if (identityProviders == null) {
        identityProviders =
            FakeIdentityProviders.start(clock, endpoints.inProcess().address().toString());
        parts.trust(identityProviders);
      }
      return identityProviders;
    }
  }

  /**
   * The account that somebody with an address most likely has; the same as {@link FakeAccount#of}.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public FakeAccount account(String email) {
    return FakeAccount.of(email);
  }

  /**
   * Ends the life of all tokens that an account has now.
   *
   * @param account whose tokens
   */
  public void expireTokens(FakeAccount account) {
    parts.atomically(() -> parts.tokens().expireAll(AccountKey.of(account), clock.instant()));
  }

  /**
   * Takes back all tokens that an account has now: nobody accepts them any more.
   *
   * @param account whose tokens
   */
  public void revokeTokens(FakeAccount account) {
    parts.atomically(() -> parts.tokens().revokeAll(AccountKey.of(account)));
  }

  /**
   * A printer with a good proof (D20), registered or not.
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @return what the printer's host would hand to the client
   */
  public PrinterIdentity printer(String series, String serialNumber) {
    return PrinterIdentity.of(series, serialNumber, PrinterProofs.proofOf(series, serialNumber));
  }

  /**
   * Sets which licences On Remote Server holds for a serial number (D24), registered or not; none
   * until this is called.
   *
   * @param serialNumber the serial number
   * @param applications the applications with a licence; the others have none then
   * @throws IllegalArgumentException if an application is not known
   */
  public void licences(String serialNumber, Application... applications) {
    Set<ApplicationList> licences = ApplicationLists.of(applications);
    parts.atomically(() -> parts.store().printers().setLicences(serialNumber, licences));
  }

  /**
   * A registered printer sends data to the applications now (D23).
   *
   * @param serialNumber the serial number
   * @throws IllegalArgumentException if no printer with it is registered
   */
  public void sendData(String serialNumber) {
    parts.atomically(() -> parts.store().printers().sendData(serialNumber, clock.instant()));
  }

  /**
   * All that the fake remembers now. Requests that are held, faults, the log and the clock are no
   * part of it.
   *
   * @return the state
   */
  public FakeState snapshot() {
    return parts.atomically(() -> new FakeState(parts.keeper().take(clock.instant())));
  }

  /**
   * Remembers another state and nothing else. The clock stays as it is: time never runs backwards.
   *
   * @param state the state, of this fake or another
   */
  public void restore(FakeState state) {
    parts.atomically(() -> parts.keeper().put(state.data()));
  }

  /**
   * Remembers what it started with and nothing else. Tokens that were given out since are not known
   * any more; clients that were made here get new ones by themselves.
   */
  public void resetToSeed() {
    parts.atomically(() -> seed.plant(parts));
  }

  /**
   * The time of the fake and of its clients.
   *
   * @return the clock
   */
  public FakeClock clock() {
    return clock;
  }

  /**
   * What reached the fake.
   *
   * @return the log
   */
  public RequestLog log() {
    return log;
  }

  /**
   * What is to go wrong.
   *
   * @return the faults
   */
  public Faults faults() {
    return faults;
  }

  /** Gives up requests that are held, and closes all that was opened or made here. */
  @Override
  public void close() {
    parts.faults().close();
    endpoints.close();
    synchronized (parts) {
      if (identityProviders != null) {
        identityProviders.close();
      }
    }
  }
}
