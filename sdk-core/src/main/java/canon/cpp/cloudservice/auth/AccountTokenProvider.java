package canon.cpp.cloudservice.auth;

import java.util.Optional;

/**
 * A token provider for one account, which it knows and can forget. The providers of the sign-in
 * module are of this type. Each caches its tokens itself and needs no {@link CachingTokenProvider}.
 *
 * <pre>{@code
 * AccountTokenProvider admin = …;
 * admin.token(TokenRequest.within(Duration.ofMinutes(5)).allowingInteraction());
 * admin.account().ifPresent(account -> greet(account.displayAddress()));
 * }</pre>
 *
 * <p>Signing out of the service ({@code session().signOut()}) makes the provider of that call
 * forget the account.
 */
public interface AccountTokenProvider extends TokenProvider, AutoCloseable {

  /**
   * Returns the account of the tokens.
   *
   * @return the account, or empty if no user has signed in yet
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if a stored sign-in cannot be
   *     read
   */
  Optional<SignedInAccount> account();

  /**
   * Forgets the account, even if one step of that fails: tokens in memory and in a store are
   * deleted, and revoked where the identity provider supports it. A token that cannot be revoked in
   * time stays valid there until it expires. The browser may stay signed in with the account (D31).
   *
   * @throws RuntimeException if a store still contains the sign-in
   */
  @Override
  void forget();

  /**
   * Ends the threads of the provider. Stored tokens stay for the next start. Closing twice has no
   * effect.
   */
  @Override
  void close();
}
