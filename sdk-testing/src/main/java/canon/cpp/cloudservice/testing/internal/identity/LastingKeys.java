package canon.cpp.cloudservice.testing.internal.identity;

import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.util.Locale;

/**
 * The lasting keys of accounts at the identity providers (D33). They follow from the address, so
 * that an account that a test seeds by its address is the one that signs in with it.
 */
public final class LastingKeys {
  private LastingKeys() {}

  /** Returns the id of an organisation at Microsoft. */
  public static String tenant(String domain) {
    return DerivedIds.uuid("tenant", domain.toLowerCase(Locale.ROOT));
  }

  /** Returns the id of an account within its organisation. */
  public static String oid(String tenantId, String address) {
    return DerivedIds.uuid(tenantId, canonical(address));
  }

  /** Returns the id of an application within an organisation. */
  public static String principal(String tenantId, String clientId) {
    return DerivedIds.uuid("principal", tenantId, clientId);
  }

  /** Returns the client id of an application at Microsoft. */
  public static String clientId(String name) {
    return DerivedIds.uuid("app", name);
  }

  /** Returns what distinguishes an account of one organisation from those of all others. */
  public static String microsoft(String tenantId, String oid) {
    return tenantId + ":" + oid;
  }

  /** Returns the key of an account in the organisation with the domain of its address. */
  public static String microsoft(String address) {
    String canonical = canonical(address);
    String tenant = tenant(canonical.substring(canonical.indexOf('@') + 1));
    return microsoft(tenant, oid(tenant, canonical));
  }

  /** Returns the key of a Google account: a user or a service account. */
  public static String google(String address) {
    return DerivedIds.digits("google account", canonical(address));
  }

  private static String canonical(String address) {
    try {
      return Address.parse(address).canonical();
    } catch (IllegalArgumentException e) {
      return address.trim().toLowerCase(Locale.ROOT);
    }
  }
}
