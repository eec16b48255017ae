package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.internal.identity.LastingKeys;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft or Google account, as its identity provider describes it to the service (D5, D33).
 * Immutable.
 *
 * <pre>{@code
 * FakeAccount impostor = FakeAccount.google("john@company.com").withSubject("somebody-else");
 * fake.client(impostor).session().signIn().execute();            // account-mismatch
 * }</pre>
 *
 * <p>Its lasting key is provider and subject. Unless a test names a subject, it follows from
 * provider and address, so that the same address in another spelling is the same account; and so
 * that somebody who signs in at one of the {@linkplain FakeCloudService#identityProviders() fake
 * identity providers} with that address, at Microsoft in the tenant of its domain, is that account.
 */
public final class FakeAccount {
  private final IdentityProvider provider;
  private final String subject;
  private final @Nullable Address address;
  private final boolean emailVerified;

  private FakeAccount(
      IdentityProvider provider, String subject, @Nullable Address address, boolean emailVerified) {
    this.provider = provider;
    this.subject = subject;
    this.address = address;
    this.emailVerified = emailVerified;
  }

  /**
   * The account that somebody with this address most likely has: Google for gmail.com and
   * googlemail.com, otherwise Microsoft; vouched for.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static FakeAccount of(String email) {
    Address address = Address.parse(email);
    boolean google =
        address.canonical().endsWith("@gmail.com")
            || address.canonical().endsWith("@googlemail.com");
    return person(google ? IdentityProvider.GOOGLE : IdentityProvider.MICROSOFT, address);
  }

  /**
   * A Google account, vouched for; a company address can be one (D5).
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static FakeAccount google(String email) {
    return person(IdentityProvider.GOOGLE, Address.parse(email));
  }

  /**
   * A Microsoft account, vouched for.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public static FakeAccount microsoft(String email) {
    return person(IdentityProvider.MICROSOFT, Address.parse(email));
  }

  /**
   * An application principal: a Microsoft app-only token, without address (D34).
   *
   * @param name the name that it was seeded with
   * @return the account
   */
  public static FakeAccount applicationPrincipal(String name) {
    String subject = "app-" + requireNonNull(name, "name");
    return new FakeAccount(IdentityProvider.MICROSOFT, subject, null, true);
  }

  /**
   * The principal of a program in an organisation, as {@link
   * canon.cpp.cloudservice.testing.identity.FakeEntra} has it (D34).
   *
   * @param app the name of the program there
   * @param tenant the name of the organisation there, such as {@code contoso.com}
   * @return the account
   */
  public static FakeAccount applicationPrincipal(String app, String tenant) {
    String tenantId = LastingKeys.tenant(tenant);
    String principal = LastingKeys.principal(tenantId, LastingKeys.clientId(app));
    return applicationPrincipal(LastingKeys.microsoft(tenantId, principal));
  }

  /**
   * An account whose tokens name no address.
   *
   * @param provider Microsoft or Google
   * @param subject what the provider calls it for ever
   * @return the account
   * @throws IllegalArgumentException if the provider is neither of the two
   */
  public static FakeAccount withoutEmail(IdentityProvider provider, String subject) {
    if (!requireNonNull(provider, "provider").isKnown()) {
      throw new IllegalArgumentException(
          "An account is one of Microsoft's or Google's, not of " + provider);
    }
    return new FakeAccount(provider, requireNonNull(subject, "subject"), null, true);
  }

  private static FakeAccount person(IdentityProvider provider, Address address) {
    String subject =
        provider.equals(IdentityProvider.GOOGLE)
            ? LastingKeys.google(address.canonical())
            : LastingKeys.microsoft(address.canonical());
    return new FakeAccount(provider, subject, address, true);
  }

  /**
   * Another account with the same address.
   *
   * @param other what the identity provider calls it for ever
   * @return that account
   */
  public FakeAccount withSubject(String other) {
    return new FakeAccount(provider, requireNonNull(other, "other"), address, emailVerified);
  }

  /**
   * The same account after its address has changed: the subject stays.
   *
   * @param email the new address
   * @return the account with that address
   * @throws IllegalArgumentException if it is no address that the service takes
   */
  public FakeAccount withEmail(String email) {
    return new FakeAccount(provider, subject, Address.parse(email), emailVerified);
  }

  /**
   * The same account, but its identity provider does not vouch for the address (D33).
   *
   * @return that account
   */
  public FakeAccount emailNotVerified() {
    return new FakeAccount(provider, subject, address, false);
  }

  /**
   * Whose account it is.
   *
   * @return Microsoft or Google
   */
  public IdentityProvider provider() {
    return provider;
  }

  /**
   * What the identity provider calls it for ever.
   *
   * @return the subject
   */
  public String subject() {
    return subject;
  }

  /**
   * The address, as typed.
   *
   * @return the address, or empty for an application principal
   */
  public Optional<String> email() {
    return Optional.ofNullable(address).map(Address::typed);
  }

  /**
   * The address as the service compares it (D6).
   *
   * @return the canonical address, or empty for an application principal
   */
  public Optional<String> canonicalEmail() {
    return Optional.ofNullable(address).map(Address::canonical);
  }

  /**
   * Whether the identity provider vouches for the address.
   *
   * @return false if it does not
   */
  public boolean isEmailVerified() {
    return emailVerified;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FakeAccount account
        && provider.equals(account.provider)
        && subject.equals(account.subject)
        && Objects.equals(address, account.address)
        && emailVerified == account.emailVerified;
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, subject);
  }

  /** Shows provider and address, or the name of an application principal. */
  @Override
  public String toString() {
    return provider + ":" + email().orElse(subject);
  }
}
