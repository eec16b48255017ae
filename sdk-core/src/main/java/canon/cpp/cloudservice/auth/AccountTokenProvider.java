package canon.cpp.cloudservice.auth;

import java.util.Optional;

/**
 * Gives the tokens of one account, which it knows and can forget. The providers of the sign-in
 * module are such providers; each keeps its tokens itself and needs no {@link
 * CachingTokenProvider}.
 *
 * <pre>{@code
 * AccountTokenProvider admin = …;
 * admin.token(TokenRequest.within(Duration.ofMinutes(5)).allowingInteraction());
 * admin.account().ifPresent(account -> greet(account.displayAddress()));
 * }</pre>
 *
 * <p>Signing out of the service ({@code session().signOut()}) makes the provider of that call
 * forget.
 */
public interface AccountTokenProvider extends TokenProvider, AutoCloseable {

  /**
   * Whose tokens these are.
   *
   * @return the account, or empty while nobody has signed in
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if a stored sign-in cannot be
   *     read
   */
  Optional<SignedInAccount> account();

  /**
   * Forgets the account, even where one part of that fails: tokens that are kept, in memory and in
   * a store, are cleared, and revoked where the identity provider can do that. What cannot be
   * revoked in time stays good there until it expires; here it is gone. The browser may stay signed
   * in with the account (D31).
   *
   * @throws RuntimeException if a store still has it
   */
  @Override
  void forget();

  /** Ends its threads. Stored tokens stay, for the next start. Closing twice does nothing. */
  @Override
  void close();
}
