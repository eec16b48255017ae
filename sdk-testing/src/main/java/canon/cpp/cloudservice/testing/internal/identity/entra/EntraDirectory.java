package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All tenants and applications. An application is known in every tenant. */
public final class EntraDirectory {
  private static final String CONSUMERS = "consumers";
  private static final Set<String> SHARED = Set.of("common", "organizations", CONSUMERS);

  private final List<Tenant> tenants = new ArrayList<>();
  private final Map<String, EntraRegistration> apps = new ConcurrentHashMap<>();
  private final Tenant personal = new Tenant(Tenant.PERSONAL, CONSUMERS);

  public EntraDirectory() {
    tenants.add(personal);
  }

  public Tenant personal() {
    return personal;
  }

  /** Returns the tenant with this name; creates it if needed. */
  public synchronized Tenant tenant(String name) {
    String canonical = name.toLowerCase(Locale.ROOT);
    if (SHARED.contains(canonical)) {
      throw new IllegalArgumentException("Not a valid name of a tenant: " + canonical);
    }
    return tenants.stream()
        .filter(tenant -> tenant.name().equals(canonical))
        .findFirst()
        .orElseGet(() -> added(new Tenant(LastingKeys.tenant(canonical), canonical)));
  }

  public EntraRegistration app(String name) {
    return apps.computeIfAbsent(LastingKeys.clientId(name), EntraRegistration::new);
  }

  Optional<EntraRegistration> findApp(String clientId) {
    return Optional.ofNullable(apps.get(clientId.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether the first segment of a path names a tenant or an authority of several. */
  boolean hasRealm(String realm) {
    return SHARED.contains(realm) || concrete(realm).isPresent();
  }

  /** Returns the tenant with this id or name; empty for an authority of several tenants. */
  synchronized Optional<Tenant> concrete(String realm) {
    String canonical = realm.toLowerCase(Locale.ROOT);
    return tenants.stream()
        .filter(tenant -> tenant.id().equals(canonical) || tenant.name().equals(canonical))
        .findFirst();
  }

  /** Returns the account with this name in one tenant or, for an authority of several, in any. */
  Optional<EntraAccount> find(String realm, String address) {
    return within(realm).stream()
        .map(tenant -> tenant.find(address).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  Optional<EntraAccount> find(String tenantId, String oid, String realm) {
    return within(realm).stream()
        .filter(tenant -> tenant.id().equals(tenantId))
        .findFirst()
        .flatMap(tenant -> tenant.withOid(oid));
  }

  private synchronized List<Tenant> within(String realm) {
    return switch (realm) {
      case "common" -> List.copyOf(tenants);
      case "organizations" -> tenants.stream().filter(tenant -> !tenant.isPersonal()).toList();
      default -> concrete(realm).map(List::of).orElse(List.of());
    };
  }

  private Tenant added(Tenant tenant) {
    tenants.add(tenant);
    return tenant;
  }
}
