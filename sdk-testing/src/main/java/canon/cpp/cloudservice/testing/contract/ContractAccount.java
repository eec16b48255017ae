package canon.cpp.cloudservice.testing.contract;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import java.util.Optional;
import java.util.function.Supplier;

/** A Microsoft or Google account in whose name the {@link CloudServiceContractKit} asks. */
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
   * An account that can get any number of tokens, each with a session of its own.
   *
   * @param email its address
   * @param newTokens gives another token each time
   * @return the account
   */
  public static ContractAccount of(String email, Supplier<AccessToken> newTokens) {
    return new ContractAccount(email, newTokens, true);
  }

  /**
   * An account with one token. Nobody logs out with it, so what comes of that is not tested.
   *
   * @param email its address
   * @param token lives as long as the tests run
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

  /** A token with which one may log out; empty if others need it. */
  Optional<AccessToken> disposableToken() {
    return disposable ? Optional.of(tokens.get()) : Optional.empty();
  }
}
