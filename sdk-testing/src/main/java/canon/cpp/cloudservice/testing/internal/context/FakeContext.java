package canon.cpp.cloudservice.testing.internal.context;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import canon.cpp.cloudservice.testing.identity.FakeGoogle;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import canon.cpp.cloudservice.testing.internal.faults.ServiceEffects;
import canon.cpp.cloudservice.testing.internal.idempotency.AttemptCounts;
import canon.cpp.cloudservice.testing.internal.idempotency.IdempotentResponses;
import canon.cpp.cloudservice.testing.internal.identity.TokenVerifier;
import canon.cpp.cloudservice.testing.internal.identity.TrustedIssuer;
import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.membership.Accounts;
import canon.cpp.cloudservice.testing.internal.membership.AddressOperations;
import canon.cpp.cloudservice.testing.internal.membership.AdministratorOperations;
import canon.cpp.cloudservice.testing.internal.membership.SiteFounding;
import canon.cpp.cloudservice.testing.internal.membership.UserOperations;
import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.printers.PrinterOperations;
import canon.cpp.cloudservice.testing.internal.printers.PrinterRegistration;
import canon.cpp.cloudservice.testing.internal.remotecontrol.RemoteControlOperations;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.Routes;
import canon.cpp.cloudservice.testing.internal.service.StateMachine;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.RequestAuthentication;
import canon.cpp.cloudservice.testing.internal.session.SessionOperations;
import canon.cpp.cloudservice.testing.internal.session.Tokens;
import canon.cpp.cloudservice.testing.internal.site.SiteOperations;
import canon.cpp.cloudservice.testing.internal.state.StateKeeper;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.PrinterStore;
import canon.cpp.cloudservice.testing.internal.store.Store;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Creates and connects the parts of a fake. A new operation is registered in {@link #operations}.
 */
public final class FakeContext {
  private final FakeClock clock;
  private final Store store = new Store();
  private final Tokens tokens = new Tokens();
  private final LogBook log = new LogBook();
  private final FaultRules faults = new FaultRules();
  private final ServiceEffects effects;
  private final Routes routes = new Routes(operations(store));
  private final IdempotentResponses keptAnswers = new IdempotentResponses();
  private final AttemptCounts attempts = new AttemptCounts();
  private final StateKeeper keeper = new StateKeeper(store, tokens, keptAnswers, attempts);
  private final RequestAuthentication authentication = new RequestAuthentication(tokens);
  private final FakeService service;

  public FakeContext(FakeClock clock) {
    this.clock = clock;
    this.effects = new ServiceEffects(store, clock, clock);
    this.service =
        new FakeService(
            store,
            routes,
            authentication,
            attempts,
            clock,
            log,
            List.of(faults),
            new StateMachine(store, keptAnswers, clock));
  }

  private static List<Operation> operations(Store store) {
    Members members = store.members();
    PrinterStore printers = store.printers();
    Accounts accounts = new Accounts(store);
    Pages pages = new Pages();
    return Stream.of(
            new SessionOperations(accounts, members).operations(),
            new SiteOperations(accounts).operations(),
            new UserOperations(accounts, members, pages).operations(),
            new AddressOperations(accounts, members).operations(),
            new AdministratorOperations(accounts, members, pages).operations(),
            new PrinterOperations(accounts, printers, pages).operations(),
            new PrinterRegistration(accounts, new SiteFounding(store, accounts), printers)
                .operations(),
            new RemoteControlOperations(accounts, members).operations())
        .flatMap(List::stream)
        .toList();
  }

  public AccessToken issueToken(FakeAccount account, boolean renewable) {
    return store.atomically(
        () -> {
          IssuedToken token = tokens.issue(account, renewable, clock.instant());
          return AccessToken.of(token.text()).expiringAt(token.expiresAt());
        });
  }

  /**
   * Returns a salt for idempotency keys that are generated from a counter or a seed. It prevents
   * collisions with keys whose stored responses came with the state of another fake. 0 if there are
   * none.
   */
  public int keySalt() {
    return keptAnswers.salt();
  }

  /** Runs a step under the lock of the store. */
  public void atomically(Runnable step) {
    atomically(
        () -> {
          step.run();
          return true;
        });
  }

  public <T> T atomically(Supplier<T> step) {
    return store.atomically(step);
  }

  public FakeClock clock() {
    return clock;
  }

  public StateKeeper keeper() {
    return keeper;
  }

  public Store store() {
    return store;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Accepts tokens that these identity providers sign for this service. */
  public void trust(FakeIdentityProviders people) {
    FakeEntra microsoft = people.microsoft();
    FakeGoogle google = people.google();
    authentication.trust(
        new TokenVerifier(
            clock,
            List.of(
                TrustedIssuer.microsoft(
                    microsoft.issuer(), microsoft::publicKeys, microsoft.apiId()),
                TrustedIssuer.google(
                    google.issuer(),
                    google::publicKeys,
                    google::clientIds,
                    people.googleAudience()))));
  }

  public LogBook log() {
    return log;
  }

  public FaultRules faults() {
    return faults;
  }

  public ServiceEffects effects() {
    return effects;
  }

  public FakeService service() {
    return service;
  }

  public Set<String> operationNames() {
    return routes.names();
  }
}
