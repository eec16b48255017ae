package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeCloudService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A service with two sites, the clients that change the first site through a {@link Gateway}, and
 * the changes: most concern resources of their own, some are rejected for good, and some compete
 * for the same resources.
 */
final class ChaosWorld implements AutoCloseable {
  /** An attempt has half of it. */
  static final Duration TIMEOUT = Duration.ofMillis(600);

  private static final int CLIENTS = 4;
  private static final int CONTESTED_RESOURCES = 6;
  private static final String SERIES = "varioPRINT 140";
  private static final List<OperationId> CHANGES =
      Arrays.stream(OperationId.values()).filter(ChaosWorld::takesPart).toList();

  private final long seed;
  private final FakeCloudService fake;
  private final Gateway gateway;
  private final HttpTransport network;
  private final List<CloudServiceClient> clients = new ArrayList<>();
  private final StoreView store = new StoreView();

  ChaosWorld(
      long seed,
      int changes,
      HttpTransport network,
      GatewayFactory gateways,
      UnaryOperator<CloudServiceClientBuilder> options) {
    this.seed = seed;
    this.network = network;
    fake =
        FakeCloudService.builder()
            .site(
                site -> {
                  site.administrator("admin@contoso.com");
                  for (int i = 0; i < changes; i++) {
                    site.user(address("leaver", i)).user(address("app", i));
                    site.user(address("member", i)).printer(SERIES, "OLD-" + i, "Old " + i);
                    site.invitedAdministrator(address("exboss", i));
                  }
                })
            .site(
                site ->
                    site.administrator("other@fabrikam.com")
                        .user("taken@fabrikam.com")
                        .printer(SERIES, "TAKEN", "Theirs"))
            .build();
    gateway = gateways.open(fake.http().address(), seed);
    RetryPolicy quickRetries =
        RetryPolicy.builder()
            .baseDelay(Duration.ofMillis(5))
            .maxDelay(Duration.ofMillis(20))
            .maxRetryAfter(Duration.ofMillis(500))
            .build();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          options
              .apply(CloudServiceClient.builder(gateway.address()))
              .transport(network)
              .timeout(TIMEOUT)
              .retryPolicy(quickRetries)
              .build());
    }
  }

  FakeCloudService fake() {
    return fake;
  }

  Gateway gateway() {
    return gateway;
  }

  /** The change with a number; the same for the same seed. */
  PlannedChange plan(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
    String key = random.nextBoolean() ? "chaos-" + seed + "-" + number : null;
    CloudServiceClient admin = view(random, number, FakeAccount.of("admin@contoso.com"));
    int kind = random.nextInt(100);
    if (kind < 70) {
      OperationId id = CHANGES.get(kind % CHANGES.size());
      return undisturbed(number, id, key, admin, random);
    }
    return kind < 80
        ? rejectedForGood(number, kind % 3, key, admin, random)
        : contested(number, random.nextInt(5), key, admin, random.nextInt(CONTESTED_RESOURCES));
  }

  /** The changes of this run; without a default, so that a new operation does not compile. */
  private static boolean takesPart(OperationId id) {
    return switch (id) {
      case SIGN_IN, SIGN_OUT -> false; // They would end the sessions of the other changes.
      case GET_SESSION,
          GET_SITE,
          LIST_USERS,
          GET_USER,
          RESOLVE_ADDRESSES,
          LIST_ADMINISTRATORS,
          GET_ADMINISTRATOR,
          LIST_PRINTERS,
          GET_PRINTER ->
          false;
      case ADD_USER,
          REMOVE_USER,
          REMOVE_USER_FROM_EVERY_LIST,
          ADD_ADMINISTRATOR,
          REMOVE_ADMINISTRATOR,
          REGISTER_PRINTER,
          REMOVE_PRINTER,
          ACTIVATE_REMOTE_CONTROL ->
          true;
    };
  }

  private PlannedChange undisturbed(
      int n, OperationId id, String key, CloudServiceClient admin, SplittableRandom random) {
    return switch (id) {
      case ADD_USER ->
          add(n, key, admin, address("new", n), false, () -> store.hasUser(address("new", n)));
      case REMOVE_USER ->
          change(
              n,
              id,
              admin.users().remove(address("member", n)).from(Application.REMOTE_CONTROL),
              key,
              false,
              () -> !store.hasRemoteControlUser(address("member", n)));
      case REMOVE_USER_FROM_EVERY_LIST ->
          change(
              n,
              id,
              admin.users().remove(address("leaver", n)).fromEveryList(),
              key,
              false,
              () -> !store.hasUser(address("leaver", n)));
      case ADD_ADMINISTRATOR ->
          change(
              n,
              id,
              admin.administrators().add(address("boss", n)),
              key,
              false,
              () -> store.hasAdministrator(address("boss", n)));
      case REMOVE_ADMINISTRATOR ->
          change(
              n,
              id,
              admin.administrators().remove(address("exboss", n)),
              key,
              false,
              () -> !store.hasAdministrator(address("exboss", n)));
      case REGISTER_PRINTER ->
          register(n, key, admin, "SN-" + n, false, () -> store.hasPrinter("SN-" + n));
      case REMOVE_PRINTER ->
          change(
              n,
              id,
              admin.printers().remove("OLD-" + n),
              key,
              false,
              () -> !store.hasPrinter("OLD-" + n));
      case ACTIVATE_REMOTE_CONTROL ->
          activate(
              n,
              key,
              view(random, n, FakeAccount.of(address("app", n))),
              () -> store.hasActiveUser(address("app", n)));
      default -> throw new IllegalArgumentException(id + " does not take part");
    };
  }

  private PlannedChange rejectedForGood(
      int n, int kind, String key, CloudServiceClient admin, SplittableRandom random) {
    BooleanSupplier never = () -> false;
    return switch (kind) {
      case 0 -> add(n, key, admin, "taken@fabrikam.com", false, never);
      case 1 -> register(n, key, admin, "TAKEN", false, never);
      default ->
          activate(n, key, view(random, n, FakeAccount.of("nobody" + n + "@contoso.com")), never);
    };
  }

  private PlannedChange contested(
      int n, int kind, String key, CloudServiceClient admin, int which) {
    String user = address("both", which);
    String boss = address("bothboss", which);
    return switch (kind) {
      case 0 -> add(n, key, admin, user, true, ChaosWorld::anything);
      case 1 ->
          change(
              n,
              OperationId.REMOVE_USER_FROM_EVERY_LIST,
              admin.users().remove(user).fromEveryList(),
              key,
              true,
              ChaosWorld::anything);
      case 2 ->
          change(
              n,
              OperationId.ADD_ADMINISTRATOR,
              admin.administrators().add(boss),
              key,
              true,
              ChaosWorld::anything);
      case 3 ->
          change(
              n,
              OperationId.REMOVE_ADMINISTRATOR,
              admin.administrators().remove(boss),
              key,
              true,
              ChaosWorld::anything);
      default -> register(n, key, admin, "BOTH-" + which, true, ChaosWorld::anything);
    };
  }

  private static PlannedChange add(
      int n,
      String key,
      CloudServiceClient admin,
      String address,
      boolean contested,
      BooleanSupplier in) {
    return change(n, OperationId.ADD_USER, admin.users().add(address), key, contested, in);
  }

  private PlannedChange register(
      int n,
      String key,
      CloudServiceClient admin,
      String serial,
      boolean contested,
      BooleanSupplier in) {
    PrinterIdentity printer = fake.printer(SERIES, serial);
    return change(
        n,
        OperationId.REGISTER_PRINTER,
        admin.printers().register(printer, "Press " + n),
        key,
        contested,
        in);
  }

  private static PlannedChange activate(
      int n, String key, CloudServiceClient user, BooleanSupplier in) {
    return change(
        n, OperationId.ACTIVATE_REMOTE_CONTROL, user.remoteControl().activate(), key, false, in);
  }

  private static PlannedChange change(
      int n, OperationId id, Change<?> call, String key, boolean contested, BooleanSupplier in) {
    Change<?> keyed = key == null ? call : call.idempotencyKey(key);
    return new PlannedChange(n, id.id(), keyed, key, contested, in);
  }

  /** A view of one of the clients for an account; sometimes its token provider fails. */
  private CloudServiceClient view(SplittableRandom random, int number, FakeAccount account) {
    AccessToken token = AccessToken.of(fake.http().tokenFor(account).value());
    TokenProvider provider =
        random.nextInt(100) == 0
            ? request -> {
              throw new AuthenticationException("No token is available", null);
            }
            : TokenProvider.fixed(token);
    return clients.get(number % CLIENTS).withTokenProvider(provider);
  }

  /** Reads the state of the service without faults. */
  void readStore() {
    store.read(fake.client("admin@contoso.com"));
  }

  /** Others may have reverted it, or applied it too. */
  private static boolean anything() {
    return true;
  }

  private static String address(String name, int number) {
    return name + number + "@contoso.com";
  }

  @Override
  public void close() {
    clients.forEach(CloudServiceClient::close);
    network.close();
    gateway.close();
    fake.close();
  }
}
