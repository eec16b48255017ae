package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.identity.EntraError;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An organisation, or the tenant of all personal accounts. */
public final class Tenant {
  /** The id of the tenant of personal accounts, which is the same everywhere. */
  public static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private final String id;
  private final String name;
  private final Map<String, EntraAccount> accounts = new ConcurrentHashMap<>();
  private volatile @Nullable EntraError deviceCodeBlock;

  Tenant(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean isPersonal() {
    return id.equals(PERSONAL);
  }

  public EntraAccount account(String address, Supplier<EntraAccount> fresh) {
    return accounts.computeIfAbsent(key(address), any -> fresh.get());
  }

  public Optional<EntraAccount> find(String address) {
    return Optional.ofNullable(accounts.get(key(address)));
  }

  Optional<EntraAccount> withOid(String oid) {
    return accounts.values().stream().filter(account -> account.oid().equals(oid)).findFirst();
  }

  public void blockDeviceCode(EntraError error) {
    deviceCodeBlock = error;
  }

  Optional<EntraError> deviceCodeBlock() {
    return Optional.ofNullable(deviceCodeBlock);
  }

  private static String key(String address) {
    return address.trim().toLowerCase(Locale.ROOT);
  }
}
