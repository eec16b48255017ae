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
 * <p>An account is identified by its provider and subject. Unless a test sets a subject, the
 * subject is derived from provider and address, so that the same address in another spelling is the
 * same account. A user who signs in at one of the {@linkplain FakeCloudService#identityProviders()
 * fake identity providers} with that address (at Microsoft, in the tenant of its domain) has that
 * account.
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
   * Returns the account that a user with this address most likely has: Google for gmail.com and
   * googlemail.com, otherwise Microsoft. The address is verified.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static FakeAccount of(String email) {
    Address address = Address.parse(email);
    boolean google =
        address.canonical().endsWith("@gmail.com")
            || address.canonical().endsWith("@googlemail.com");
    return person(google ? IdentityProvider.GOOGLE : IdentityProvider.MICROSOFT, address);
  }

  /**
   * Returns a Google account with a verified address. A company address can be one (D5).
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static FakeAccount google(String email) {
    return person(IdentityProvider.GOOGLE, Address.parse(email));
  }

  /**
   * Returns a Microsoft account with a verified address.
   *
   * @param email the address
   * @return the account
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public static FakeAccount microsoft(String email) {
    return person(IdentityProvider.MICROSOFT, Address.parse(email));
  }

  /**
   * Returns an application principal: a Microsoft app-only token, without address (D34).
   *
   * @param name the name under which it was seeded
   * @return the account
   */
  public static FakeAccount applicationPrincipal(String name) {
    String subject = "app-" + requireNonNull(name, "name");
    return new FakeAccount(IdentityProvider.MICROSOFT, subject, null, true);
  }

  /**
   * Returns the principal of an application in an organisation of {@link
   * canon.cpp.cloudservice.testing.identity.FakeEntra} (D34).
   *
   * @param app the name of the application there
   * @param tenant the name of the organisation there, such as {@code contoso.com}
   * @return the account
   */
  public static FakeAccount applicationPrincipal(String app, String tenant) {
    String tenantId = LastingKeys.tenant(tenant);
    String principal = LastingKeys.principal(tenantId, LastingKeys.clientId(app));
    return applicationPrincipal(LastingKeys.microsoft(tenantId, principal));
  }

  /**
   * Returns an account whose tokens contain no address.
   *
   * @param provider Microsoft or Google
   * @param subject the permanent identifier at the provider
   * @return the account
   * @throws IllegalArgumentException if the provider is neither of the two
   */
  public static FakeAccount withoutEmail(IdentityProvider provider, String subject) {
    if (!requireNonNull(provider, "provider").isKnown()) {
      throw new IllegalArgumentException(
          "An account belongs to Microsoft or Google, not to " + provider);
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
   * Returns another account with the same address.
   *
   * @param other the permanent identifier of that account at the provider
   * @return that account
   */
  public FakeAccount withSubject(String other) {
    return new FakeAccount(provider, requireNonNull(other, "other"), address, emailVerified);
  }

  /**
   * Returns the same account after its address has changed. The subject stays.
   *
   * @param email the new address
   * @return the account with that address
   * @throws IllegalArgumentException if the service does not accept the address
   */
  public FakeAccount withEmail(String email) {
    return new FakeAccount(provider, subject, Address.parse(email), emailVerified);
  }

  /**
   * Returns the same account with an address that its identity provider has not verified (D33).
   *
   * @return that account
   */
  public FakeAccount emailNotVerified() {
    return new FakeAccount(provider, subject, address, false);
  }

  /**
   * Returns the identity provider of the account.
   *
   * @return Microsoft or Google
   */
  public IdentityProvider provider() {
    return provider;
  }

  /**
   * Returns the permanent identifier at the identity provider.
   *
   * @return the subject
   */
  public String subject() {
    return subject;
  }

  /**
   * Returns the address as typed.
   *
   * @return the address, or empty for an application principal
   */
  public Optional<String> email() {
    return Optional.ofNullable(address).map(Address::typed);
  }

  /**
   * Returns the address in the form that the service compares (D6).
   *
   * @return the canonical address, or empty for an application principal
   */
  public Optional<String> canonicalEmail() {
    return Optional.ofNullable(address).map(Address::canonical);
  }

  /**
   * Returns whether the identity provider has verified the address.
   *
   * @return false if it has not
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

  /** Returns provider and address, or the name of an application principal. */
  @Override
  public String toString() {
    return provider + ":" + email().orElse(subject);
  }
}
