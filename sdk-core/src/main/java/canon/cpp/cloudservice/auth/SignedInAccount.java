package canon.cpp.cloudservice.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.session.IdentityProvider;
import org.jspecify.annotations.Nullable;

/**
 * The account that a provider gives tokens of. It holds no secret, but may name a person.
 *
 * @param provider who keeps the account
 * @param id the account's lasting key at the provider, never an address: {@code oid} for Microsoft,
 *     {@code sub} for Google
 * @param tenant the organisation at the provider, {@code tid} for Microsoft, or null
 * @param displayAddress an address to show to people, which can change and proves nothing, or null
 */
public record SignedInAccount(
    IdentityProvider provider,
    String id,
    @Nullable String tenant,
    @Nullable String displayAddress) {

  /**
   * Creates the value.
   *
   * @param provider who keeps the account
   * @param id the account's lasting key
   * @param tenant the organisation, or null
   * @param displayAddress an address, or null
   * @throws NullPointerException if something is missing that may not be null
   */
  public SignedInAccount {
    requireNonNull(provider, "provider");
    requireNonNull(id, "id");
  }
}
