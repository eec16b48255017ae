package canon.cpp.cloudservice.testing.contract;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import java.util.Optional;
import java.util.function.Supplier;

/** A Microsoft or Google account that the {@link CloudServiceContractKit} uses. */
public final class ContractAccount {
  private final String email;
  private final Supplier<AccessToken> tokens;
  private final boolean disposable;

  private ContractAccount(String email, Supplier<AccessToken> tokens, boolean disposable) {
    this.email = requireNonNull(email, "email");
    this.tokens = requireNonNull(tokens, "tokens");
    this.disposable = disposable;
  }

  /**
   * Creates an account that can obtain any number of tokens, each with its own session.
   *
   * @param email its address
   * @param newTokens returns a new token at each call
   * @return the account
   */
  public static ContractAccount of(String email, Supplier<AccessToken> newTokens) {
    return new ContractAccount(email, newTokens, true);
  }

  /**
   * Creates an account with a single token. The kit does not sign out with it, so it skips the
   * tests of an ended session.
   *
   * @param email its address
   * @param token valid for the whole test run
   * @return the account
   */
  public static ContractAccount withOneToken(String email, AccessToken token) {
    requireNonNull(token, "token");
    return new ContractAccount(email, () -> token, false);
  }

  String email() {
    return email;
  }

  AccessToken token() {
    return tokens.get();
  }

  /** Returns a token that may be used to sign out; empty if other tests need it. */
  Optional<AccessToken> disposableToken() {
    return disposable ? Optional.of(tokens.get()) : Optional.empty();
  }
}
