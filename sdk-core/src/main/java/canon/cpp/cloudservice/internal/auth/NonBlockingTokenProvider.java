package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider that answers without blocking, so that the runner asks it in its own thread. */
public interface NonBlockingTokenProvider extends TokenProvider {

  /** Whether asking again can give another token. */
  boolean canRefresh();

  /** The token, if it is there without waiting. */
  @Nullable AccessToken ready(TokenRequest request);

  /**
   * The token to come. Each caller gets a future of its own: cancelling it ends nothing for the
   * others. It need not keep to the time of the request; the caller does.
   */
  CompletableFuture<AccessToken> fetch(TokenRequest request);
}
