package canon.cpp.cloudservice.testing.internal.identity;

import canon.cpp.cloudservice.testing.internal.identity.text.DerivedIds;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.util.Locale;

/**
 * What the identity providers call their accounts for ever (D33). It follows from the address, so
 * that an account that a test seeds by its address is the one that signs in with it.
 */
public final class LastingKeys {
  private LastingKeys() {}

  /** The id of an organisation at Microsoft. */
  public static String tenant(String domain) {
    return DerivedIds.uuid("tenant", domain.toLowerCase(Locale.ROOT));
  }

  /** The id of an account within its organisation. */
  public static String oid(String tenantId, String address) {
    return DerivedIds.uuid(tenantId, canonical(address));
  }

  /** The id of a program within an organisation. */
  public static String principal(String tenantId, String clientId) {
    return DerivedIds.uuid("principal", tenantId, clientId);
  }

  /** The client id of a program at Microsoft. */
  public static String clientId(String name) {
    return DerivedIds.uuid("app", name);
  }

  /** What tells an account of one organisation from those of all others. */
  public static String microsoft(String tenantId, String oid) {
    return tenantId + ":" + oid;
  }

  /** Of somebody in the organisation that has the domain of the address. */
  public static String microsoft(String address) {
    String canonical = canonical(address);
    String tenant = tenant(canonical.substring(canonical.indexOf('@') + 1));
    return microsoft(tenant, oid(tenant, canonical));
  }

  /** The same for people and for programs with an address. */
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
