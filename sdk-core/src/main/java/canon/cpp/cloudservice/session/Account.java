package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The account that a token proves.
 *
 * @param provider who vouches for it
 * @param email the address as the provider spells it; null for an application principal (D34)
 * @param canonicalEmail the address as the service compares it (D6); null likewise
 */
public record Account(
    IdentityProvider provider, @Nullable String email, @Nullable String canonicalEmail) {

  /**
   * Creates the value.
   *
   * @param provider who vouches for it
   * @param email the address as the provider spells it
   * @param canonicalEmail the address as the service compares it
   * @throws NullPointerException if something is missing that may not be null
   */
  public Account {
    requireNonNull(provider, "provider");
  }
}
