package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All accounts and clients, and the trusted issuers. */
public final class GoogleDirectory {
  private final Map<String, GoogleAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, GoogleRegistration> programs = new ConcurrentHashMap<>();
  private final Map<String, ServiceAccount> serviceAccounts = new ConcurrentHashMap<>();
  private final Map<String, Issuer> pools = new ConcurrentHashMap<>();
  private volatile @Nullable ServiceAccount host;

  /** A trusted issuer of tokens for workloads. */
  public record Issuer(String name, PublicKey key) {}

  public GoogleAccount account(String address, Supplier<GoogleAccount> fresh) {
    return accounts.computeIfAbsent(key(address), any -> fresh.get());
  }

  Optional<GoogleAccount> findAccount(String address) {
    return Optional.ofNullable(accounts.get(key(address)));
  }

  public GoogleRegistration program(String name) {
    return programs.computeIfAbsent(name, GoogleRegistration::new);
  }

  Optional<GoogleRegistration> findProgram(String clientId) {
    return programs.values().stream().filter(one -> one.clientId().equals(clientId)).findFirst();
  }

  public Set<String> clientIds() {
    return programs.values().stream().map(GoogleRegistration::clientId).collect(Collectors.toSet());
  }

  public ServiceAccount serviceAccount(String name) {
    return serviceAccounts.computeIfAbsent(name, ServiceAccount::new);
  }

  Optional<ServiceAccount> findServiceAccount(String email) {
    return serviceAccounts.values().stream()
        .filter(account -> account.email().equals(email))
        .findFirst();
  }

  /** Trusts an issuer whose tokens have this audience. */
  public void trust(String audience, Issuer issuer) {
    pools.put(audience, issuer);
  }

  Optional<Issuer> issuerFor(String audience) {
    return Optional.ofNullable(pools.get(audience));
  }

  /** Returns the service account of the virtual machine. */
  public void runHostAs(ServiceAccount account) {
    host = account;
  }

  Optional<ServiceAccount> host() {
    return Optional.ofNullable(host);
  }

  private static String key(String address) {
    return address.trim().toLowerCase(Locale.ROOT);
  }
}
