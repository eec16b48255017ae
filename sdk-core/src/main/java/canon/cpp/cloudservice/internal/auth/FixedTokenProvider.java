package canon.cpp.cloudservice.internal.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;

/** Passes through one token. The runner knows it: it never waits for it and never asks twice. */
public final class FixedTokenProvider implements TokenProvider {
  private final AccessToken token;

  public FixedTokenProvider(AccessToken token) {
    this.token = requireNonNull(token, "token");
  }

  public AccessToken token() {
    return token;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    return token;
  }
}
