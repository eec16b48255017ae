package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A token provider that does not block, so that a call asks it on its own thread. */
public interface NonBlockingTokenProvider extends TokenProvider {

  /** Returns whether the provider may return another token when it is asked again. */
  boolean canRefresh();

  /** Returns the token if it is available without waiting, otherwise null. */
  @Nullable AccessToken ready(TokenRequest request);

  /**
   * Obtains the token. Each caller has a future of its own, and may cancel it without an effect on
   * others. The timeout of the request is enforced by the caller.
   */
  CompletableFuture<AccessToken> fetch(TokenRequest request);
}
