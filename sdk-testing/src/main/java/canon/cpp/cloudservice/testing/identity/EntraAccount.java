package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft account, of a tenant or a personal one. It has no password: whoever names it on the
 * login page is signed in. What is changed counts for tokens that are given out afterwards.
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
   * The name by which it signs in, and its claim {@code preferred_username}.
   *
   * @return an address
   */
  public String address() {
    return address;
  }

  /**
   * Its tenant.
   *
   * @return the claim {@code tid}
   */
  public String tenantId() {
    return tenantId;
  }

  /**
   * Its id in its tenant.
   *
   * @return the claim {@code oid}
   */
  public String oid() {
    return oid;
  }

  /**
   * Gives it another id than the one that follows from its address.
   *
   * @param id a UUID
   * @return this account
   */
  public EntraAccount oid(String id) {
    oid = requireNonNull(id, "id");
    return this;
  }

  /**
   * Its e-mail address.
   *
   * @return the claim {@code email}
   */
  public String email() {
    return email;
  }

  /**
   * Gives it an e-mail address that is not the name by which it signs in.
   *
   * @param other any address; the administrator of a tenant can write whatever they like there
   * @return this account
   */
  public EntraAccount email(String other) {
    email = requireNonNull(other, "other");
    return this;
  }

  /**
   * Whether Microsoft vouches for the e-mail address (D33).
   *
   * @return the claim {@code xms_edov}; true for a personal account, whose tokens have no such
   *     claim
   */
  public boolean isEmailVerified() {
    return emailVerified || personal;
  }

  /**
   * Whether it is a personal account.
   *
   * @return false if it belongs to an organisation
   */
  public boolean isPersonal() {
    return personal;
  }

  /**
   * Makes it an account whose e-mail address nobody has verified.
   *
   * @return this account
   */
  public EntraAccount emailNotVerified() {
    emailVerified = false;
    return this;
  }

  /**
   * Rejects tokens for it until the account signs in with a browser again. If the error demands
   * claims, that sign-in has to ask for exactly these.
   *
   * @param error what the token endpoint says until then
   * @return this account
   */
  public EntraAccount requireBeforeToken(EntraError error) {
    demand = requireNonNull(error, "error");
    return this;
  }

  /**
   * What is demanded.
   *
   * @return what the token endpoint says; empty if it gives out tokens
   */
  public Optional<EntraError> requiredError() {
    return Optional.ofNullable(demand);
  }

  /**
   * Demands nothing any more.
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
