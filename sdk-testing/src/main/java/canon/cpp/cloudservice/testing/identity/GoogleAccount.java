package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Google account. It has no password: naming it on the login page signs it in. Changes apply to
 * tokens that are issued afterwards.
 *
 * <pre>{@code
 * GoogleAccount john = google.account("john.doe@gmail.com");
 * GoogleAccount boss = google.account("boss@contoso.com").hostedDomain("contoso.com");
 * }</pre>
 *
 * <p>Its lasting key is the issuer and {@link #subject()} (D33).
 */
public final class GoogleAccount {
  private final String address;
  private volatile String subject;
  private volatile boolean verified = true;
  private volatile @Nullable String hostedDomain;

  GoogleAccount(String address) {
    this.address = address;
    this.subject = LastingKeys.google(address);
  }

  /**
   * Returns the address with which it signs in.
   *
   * @return the claim {@code email}
   */
  public String address() {
    return address;
  }

  /**
   * Returns its id.
   *
   * @return the claim {@code sub}: 21 digits
   */
  public String subject() {
    return subject;
  }

  /**
   * Replaces the id that follows from its address.
   *
   * @param id any text
   * @return this account
   */
  public GoogleAccount subject(String id) {
    subject = requireNonNull(id, "id");
    return this;
  }

  /**
   * Returns whether Google has verified the address (D33).
   *
   * @return the claim {@code email_verified}
   */
  public boolean isEmailVerified() {
    return verified;
  }

  /**
   * Marks its address as not verified.
   *
   * @return this account
   */
  public GoogleAccount emailNotVerified() {
    verified = false;
    return this;
  }

  /**
   * Returns its organisation.
   *
   * @return the claim {@code hd}; empty if it does not belong to one
   */
  public Optional<String> hostedDomain() {
    return Optional.ofNullable(hostedDomain);
  }

  /**
   * Makes it an account of an organisation.
   *
   * @param domain such as {@code contoso.com}
   * @return this account
   */
  public GoogleAccount hostedDomain(String domain) {
    hostedDomain = requireNonNull(domain, "domain");
    return this;
  }

  @Override
  public String toString() {
    return "GoogleAccount[sub=" + subject + "]";
  }
}
