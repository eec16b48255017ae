package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft account, of a tenant or a personal one. It has no password: naming it on the login
 * page signs it in. Changes apply to tokens that are issued afterwards.
 *
 * <pre>{@code
 * EntraAccount admin = entra.tenant("contoso.com").account("admin@contoso.com");
 * EntraAccount forger = entra.tenant("forger.example").account("admin@forger.example")
 *     .email("admin@contoso.com").emailNotVerified();
 * }</pre>
 *
 * <p>Its lasting key is {@link #tenantId()} and {@link #oid()} (D33).
 */
public final class EntraAccount {
  private final String tenantId;
  private final boolean personal;
  private final String address;
  private volatile String oid;
  private volatile String email;
  private volatile boolean emailVerified = true;
  private volatile @Nullable EntraError demand;

  EntraAccount(String tenantId, boolean personal, String address) {
    this.tenantId = tenantId;
    this.personal = personal;
    this.address = address;
    this.email = address;
    String id = LastingKeys.oid(tenantId, address);
    this.oid = personal ? "00000000-0000-0000-" + id.substring(19) : id;
  }

  /**
   * Returns the name with which it signs in, the claim {@code preferred_username}.
   *
   * @return an address
   */
  public String address() {
    return address;
  }

  /**
   * Returns its tenant.
   *
   * @return the claim {@code tid}
   */
  public String tenantId() {
    return tenantId;
  }

  /**
   * Returns its id in its tenant.
   *
   * @return the claim {@code oid}
   */
  public String oid() {
    return oid;
  }

  /**
   * Replaces the id that follows from its address.
   *
   * @param id a UUID
   * @return this account
   */
  public EntraAccount oid(String id) {
    oid = requireNonNull(id, "id");
    return this;
  }

  /**
   * Returns its e-mail address.
   *
   * @return the claim {@code email}
   */
  public String email() {
    return email;
  }

  /**
   * Sets an e-mail address that differs from the name with which it signs in.
   *
   * @param other any address; the administrator of a tenant can set any value
   * @return this account
   */
  public EntraAccount email(String other) {
    email = requireNonNull(other, "other");
    return this;
  }

  /**
   * Returns whether Microsoft has verified the e-mail address (D33).
   *
   * @return the claim {@code xms_edov}; true for a personal account, whose tokens have no such
   *     claim
   */
  public boolean isEmailVerified() {
    return emailVerified || personal;
  }

  /**
   * Returns whether it is a personal account.
   *
   * @return false if it belongs to an organisation
   */
  public boolean isPersonal() {
    return personal;
  }

  /**
   * Marks its e-mail address as not verified.
   *
   * @return this account
   */
  public EntraAccount emailNotVerified() {
    emailVerified = false;
    return this;
  }

  /**
   * Rejects token requests for it until the account signs in with a browser again. If the error
   * requires claims, that sign-in has to request exactly these.
   *
   * @param error the response of the token endpoint until then
   * @return this account
   */
  public EntraAccount requireBeforeToken(EntraError error) {
    demand = requireNonNull(error, "error");
    return this;
  }

  /**
   * Returns the error that the token endpoint responds with.
   *
   * @return the error; empty if it issues tokens
   */
  public Optional<EntraError> requiredError() {
    return Optional.ofNullable(demand);
  }

  /**
   * Lets the token endpoint issue tokens again.
   *
   * @return this account
   */
  public EntraAccount requireNothing() {
    demand = null;
    return this;
  }

  @Override
  public String toString() {
    return "EntraAccount[tid=" + tenantId + ", oid=" + oid + "]";
  }
}
