package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The account of a token.
 *
 * @param provider the identity provider of the account
 * @param email the address as the provider spells it; null for an application principal (D34)
 * @param canonicalEmail the address as the service compares it (D6); null for an application
 *     principal
 */
public record Account(
    IdentityProvider provider, @Nullable String email, @Nullable String canonicalEmail) {

  public Account {
    requireNonNull(provider, "provider");
  }
}
