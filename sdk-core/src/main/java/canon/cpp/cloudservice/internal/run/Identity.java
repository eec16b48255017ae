package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.auth.NonBlockingTokenProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In whose name a view of the client calls. */
public final class Identity {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.tokens");

  private final @Nullable TokenProvider provider;

  /** An identity; null for the client itself, which has none. */
  public Identity(@Nullable TokenProvider provider) {
    this.provider = provider;
  }

  /** Whether it is somebody's at all. */
  public boolean isPresent() {
    return provider != null;
  }

  void checkPresent() {
    if (!isPresent()) {
      throw new IllegalStateException(
          "This client does not know in whose name to call. Take a view of it first:"
              + " client.withTokenProvider(provider) or client.withToken(token).");
    }
  }

  /** Whether asking again can give another token. */
  boolean canRefresh() {
    return !(provider instanceof NonBlockingTokenProvider prompt) || prompt.canRefresh();
  }

  /** The token, if it is there without waiting and asking. */
  public @Nullable AccessToken readyToken(TokenRequest request) {
    return provider instanceof NonBlockingTokenProvider prompt ? prompt.ready(request) : null;
  }

  /**
   * Asks the provider: on the executor, because it may block longer than the call may, unless it is
   * known never to block.
   */
  public CompletableFuture<AccessToken> fetch(TokenRequest request, Executor executor) {
    return provider instanceof NonBlockingTokenProvider prompt
        ? prompt.fetch(request)
        : CompletableFuture.supplyAsync(() -> ask(request), executor);
  }

  /** Has the provider forget the account. May block, and never fails. */
  void forget() {
    try {
      if (provider != null) {
        provider.forget();
      }
    } catch (RuntimeException e) {
      // Its message may not be ours.
      LOG.warn(
          "The account is signed out of the service, but its token provider could not forget it"
              + " ({})",
          e.getClass().getSimpleName());
    }
  }

  private AccessToken ask(TokenRequest request) {
    checkPresent();
    AccessToken token = provider == null ? null : provider.token(request);
    if (token == null) {
      throw new NullPointerException("the token provider answered null");
    }
    return token;
  }
}
