package canon.cpp.cloudservice.internal.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.concurrent.CompletableFuture;

/** Returns always the same token, without waiting. */
public final class FixedTokenProvider implements NonBlockingTokenProvider {
  private final AccessToken token;

  public FixedTokenProvider(AccessToken token) {
    this.token = requireNonNull(token, "token");
  }

  @Override
  public AccessToken token(TokenRequest request) {
    return token;
  }

  @Override
  public boolean canRefresh() {
    return false;
  }

  @Override
  public AccessToken ready(TokenRequest request) {
    return token;
  }

  @Override
  public CompletableFuture<AccessToken> fetch(TokenRequest request) {
    return CompletableFuture.completedFuture(token);
  }
}
