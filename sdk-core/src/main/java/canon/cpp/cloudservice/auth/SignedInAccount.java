package canon.cpp.cloudservice.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.session.IdentityProvider;
import org.jspecify.annotations.Nullable;

/**
 * The account of a provider's tokens. It contains no secret, but may name a person.
 *
 * @param provider the identity provider of the account
 * @param id the lasting key of the account at the provider, never an e-mail address: {@code oid}
 *     for Microsoft, {@code sub} for Google
 * @param tenant the organisation at the provider, {@code tid} for Microsoft, or null
 * @param displayAddress an e-mail address for display, which can change and proves nothing, or null
 */
public record SignedInAccount(
    IdentityProvider provider,
    String id,
    @Nullable String tenant,
    @Nullable String displayAddress) {

  public SignedInAccount {
    requireNonNull(provider, "provider");
    requireNonNull(id, "id");
  }
}
