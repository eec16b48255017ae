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

/** All tenants and programs. A program is known in every tenant. */
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

  /** The tenant with this name; a new one if there is none. */
  public synchronized Tenant tenant(String name) {
    String canonical = name.toLowerCase(Locale.ROOT);
    if (SHARED.contains(canonical)) {
      throw new IllegalArgumentException("No tenant can have the name " + canonical);
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

  /** Whether there is such a first segment of a path. */
  boolean hasRealm(String realm) {
    return SHARED.contains(realm) || concrete(realm).isPresent();
  }

  /** The tenant with this id or name; none for a place that several share. */
  synchronized Optional<Tenant> concrete(String realm) {
    String canonical = realm.toLowerCase(Locale.ROOT);
    return tenants.stream()
        .filter(tenant -> tenant.id().equals(canonical) || tenant.name().equals(canonical))
        .findFirst();
  }

  /** The account that signs in with this name at one tenant or, at a shared place, at any. */
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
