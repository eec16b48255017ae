package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.printers.PrinterProofs;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The PRISMAsync cloud service in memory, with every rule of the domain, for tests that run without
 * the real service.
 *
 * <pre>{@code
 * try (FakeCloudService fake =
 *     FakeCloudService.builder().site(site -> site.administrator("admin@contoso.com")).build()) {
 *   CloudServiceClient client = fake.client("admin@contoso.com");
 *   client.users().add("john@contoso.com").execute();
 * }
 * }</pre>
 *
 * <p>The fake is deterministic: ids are counted, and time passes only when a test moves the {@link
 * #clock()}. It is safe for use by many threads; requests are decided one after the other.
 */
public final class FakeCloudService implements AutoCloseable {
  private final FakeClock clock;
  private final FakeContext context;
  private final RequestLog log;
  private final Faults faults;
  private final FakeEndpoints endpoints;
  private final FakeSeed seed;
  private @Nullable FakeIdentityProviders identityProviders;

  FakeCloudService(FakeSeed seed) {
    this.seed = seed;
    this.clock = new FakeClock(seed.start());
    this.context = new FakeContext(clock);
    OperationNames operations = new OperationNames(context.operationNames());
    this.log = new RequestLog(context.log(), operations);
    this.faults = new Faults(context.faults(), context.effects(), operations);
    this.endpoints = new FakeEndpoints(context, clock);
    context.atomically(() -> seed.apply(context));
  }

  /**
   * Creates a builder.
   *
   * @return a builder without sites
   */
  public static FakeCloudServiceBuilder builder() {
    return new FakeCloudServiceBuilder();
  }

  /**
   * Returns the endpoint in this process: it has no sockets, and its timeouts follow the fake's
   * clock.
   *
   * @return the endpoint
   */
  public FakeEndpoint inProcess() {
    return endpoints.inProcess();
  }

  /**
   * Returns the HTTP endpoint, on a free port of the loopback interface. Its server starts at the
   * first use.
   *
   * @return the endpoint
   */
  public FakeEndpoint http() {
    return endpoints.http();
  }

  /**
   * Returns an in-process client for the account {@link FakeAccount#of FakeAccount.of(email)}. The
   * fake closes it.
   *
   * @param email the address
   * @return a client that waits with the fake's clock
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public CloudServiceClient client(String email) {
    return endpoints.inProcess().client(email);
  }

  /**
   * Returns an in-process client for an account. The fake closes it.
   *
   * @param account any account, whether or not a site knows it
   * @return a client that waits with the fake's clock
   */
  public CloudServiceClient client(FakeAccount account) {
    return endpoints.inProcess().client(account);
  }

  /**
   * Returns a new token for the in-process endpoint; see {@link FakeEndpoint#tokenFor(String)}.
   *
   * @param email the address
   * @return a token
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public AccessToken tokenFor(String email) {
    return endpoints.inProcess().tokenFor(email);
  }

  /**
   * Returns a new token for the in-process endpoint; see {@link
   * FakeEndpoint#tokenFor(FakeAccount)}.
   *
   * @param account any account
   * @return a token
   */
  public AccessToken tokenFor(FakeAccount account) {
    return endpoints.inProcess().tokenFor(account);
  }

  /**
   * Returns fakes of Microsoft and Google whose tokens this service accepts. They start at the
   * first call, use this fake's clock, and close with it. A user who signs in there has the account
   * that was seeded here with the same address; see {@link FakeAccount}.
   *
   * @return both identity providers
   */
  public FakeIdentityProviders identityProviders() {
    synchronized (context) {
      if (identityProviders == null) {
        identityProviders =
            FakeIdentityProviders.start(clock, endpoints.inProcess().address().toString());
        context.trust(identityProviders);
      }
      return identityProviders;
    }
  }

  /**
   * Returns the account that a user with this address most likely has; the same as {@link
   * FakeAccount#of}.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public FakeAccount account(String email) {
    return FakeAccount.of(email);
  }

  /**
   * Expires all current tokens of an account.
   *
   * @param account the owner of the tokens
   */
  public void expireTokens(FakeAccount account) {
    context.atomically(() -> context.tokens().expireAll(AccountKey.of(account), clock.instant()));
  }

  /**
   * Revokes all current tokens of an account: the fake no longer accepts them.
   *
   * @param account the owner of the tokens
   */
  public void revokeTokens(FakeAccount account) {
    context.atomically(() -> context.tokens().revokeAll(AccountKey.of(account)));
  }

  /**
   * Returns a printer with a valid proof (D20). It need not be registered.
   *
   * @param series the printer series
   * @param serialNumber the serial number
   * @return the identity that the printer's host passes to the client
   */
  public PrinterIdentity printer(String series, String serialNumber) {
    return PrinterIdentity.of(series, serialNumber, PrinterProofs.proofOf(series, serialNumber));
  }

  /**
   * Sets the licences that On Remote Server holds for a serial number (D24), registered or not. A
   * printer has none until this is called.
   *
   * @param serialNumber the serial number
   * @param applications the applications with a licence; all others have none
   * @throws IllegalArgumentException if an application is unknown
   */
  public void setLicences(String serialNumber, Application... applications) {
    Set<ApplicationList> licences = ApplicationLists.of(applications);
    context.atomically(() -> context.store().printers().setLicences(serialNumber, licences));
  }

  /**
   * Makes a registered printer send data to the applications now (D23).
   *
   * @param serialNumber the serial number
   * @throws IllegalArgumentException if no printer with this number is registered
   */
  public void sendData(String serialNumber) {
    context.atomically(() -> context.store().printers().sendData(serialNumber, clock.instant()));
  }

  /**
   * Sets which applications are enabled on a printer (D28), registered or not; none until this is
   * called.
   *
   * @param serialNumber the serial number
   * @param applications the enabled applications; all others are disabled
   * @throws IllegalArgumentException if an application is not known
   */
  public void setEnabledApplications(String serialNumber, Application... applications) {
    Set<ApplicationList> enabled = ApplicationLists.of(applications);
    changeSettings(serialNumber, settings -> settings.withEnabled(enabled));
  }

  /**
   * Sets the software version that a printer reports (D28), registered or not; none until this is
   * called.
   *
   * @param serialNumber the serial number
   * @param version the version, such as {@code 8.1.3}
   */
  public void setSoftwareVersion(String serialNumber, String version) {
    requireNonNull(version, "version");
    changeSettings(serialNumber, settings -> settings.withSoftwareVersion(version));
  }

  private void changeSettings(String serialNumber, UnaryOperator<PrinterSettings> change) {
    requireNonNull(serialNumber, "serialNumber");
    context.atomically(
        () -> {
          PrinterStore printers = context.store().printers();
          printers.setSettings(serialNumber, change.apply(printers.settings(serialNumber)));
        });
  }

  /**
   * Returns everything that the fake stores now. Held requests, faults, the log and the clock are
   * not part of it.
   *
   * @return the state
   */
  public FakeState snapshot() {
    return context.atomically(() -> new FakeState(context.keeper().take(clock.instant())));
  }

  /**
   * Replaces everything that the fake stores. The clock stays as it is.
   *
   * @param state the state, of this fake or another
   */
  public void restore(FakeState state) {
    context.atomically(() -> context.keeper().put(state.data()));
  }

  /**
   * Returns to the state with which the fake started. Tokens that were issued since then are
   * unknown; clients that were created here obtain new ones by themselves.
   */
  public void resetToSeed() {
    context.atomically(() -> seed.apply(context));
  }

  /**
   * Returns the clock of the fake and of its clients.
   *
   * @return the clock
   */
  public FakeClock clock() {
    return clock;
  }

  /**
   * Returns the log of the requests that reached the fake.
   *
   * @return the log
   */
  public RequestLog log() {
    return log;
  }

  /**
   * Returns the faults, which tests add.
   *
   * @return the faults
   */
  public Faults faults() {
    return faults;
  }

  /** Drops held requests, and closes everything that was opened or created here. */
  @Override
  public void close() {
    context.faults().close();
    endpoints.close();
    synchronized (context) {
      if (identityProviders != null) {
        identityProviders.close();
      }
    }
  }
}
