package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.entra.Tenant;
import java.net.URI;

/**
 * An organisation at Microsoft.
 *
 * <pre>{@code
 * EntraTenant contoso = entra.tenant("contoso.com");
 * EntraAccount admin = contoso.account("admin@contoso.com");
 * }</pre>
 */
public final class EntraTenant {
  private final URI address;
  private final Tenant tenant;

  EntraTenant(URI address, Tenant tenant) {
    this.address = address;
    this.tenant = tenant;
  }

  /**
   * Returns its id.
   *
   * @return the claim {@code tid}
   */
  public String id() {
    return tenant.id();
  }

  /**
   * Returns the authority for sign-in to this tenant only.
   *
   * @return the provider's address with the id of the tenant
   */
  public URI authority() {
    return URI.create(address + "/" + tenant.id() + "/");
  }

  /**
   * Returns the issuer of this tenant's tokens.
   *
   * @return the claim {@code iss}
   */
  public String issuer() {
    return address + "/" + tenant.id() + "/v2.0";
  }

  /**
   * Returns the account with this name. The first call creates it, with a verified address (D33).
   *
   * @param name the address with which it signs in
   * @return the account
   */
  public EntraAccount account(String name) {
    requireNonNull(name, "name");
    return tenant.account(name, () -> new EntraAccount(tenant.id(), tenant.isPersonal(), name));
  }

  /**
   * Forbids device codes: a device gets this error after the user has signed in.
   *
   * @param error such as {@link EntraError#blockedByPolicy()}
   */
  public void blockDeviceCode(EntraError error) {
    tenant.blockDeviceCode(requireNonNull(error, "error"));
  }

  Tenant tenant() {
    return tenant;
  }

  @Override
  public String toString() {
    return "EntraTenant[" + tenant.name() + ", " + tenant.id() + "]";
  }
}
