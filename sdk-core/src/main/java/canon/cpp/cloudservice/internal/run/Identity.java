package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.auth.NonBlockingTokenProvider;
import canon.cpp.cloudservice.internal.call.SecretMask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account of a view of the client, known by its token provider. */
public final class Identity {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.tokens");

  private final @Nullable TokenProvider provider;
  private final @Nullable Audit audit;

  /** Hides the token that was used last. To find the parts of a token costs twice its size. */
  private volatile SecretMask lastSecrets = SecretMask.NONE;

  /** Creates the identity; null for the client itself, which has no account. */
  public Identity(@Nullable TokenProvider provider) {
    this(provider, null);
  }

  private Identity(@Nullable TokenProvider provider, @Nullable Audit audit) {
    this.provider = provider;
    this.audit = audit;
  }

  /** Returns the same account, whose changes are audited. */
  public Identity withAudit(Audit trail) {
    return new Identity(provider, trail);
  }

  /** Returns the audit trail, or null. */
  @Nullable Audit audit() {
    return audit;
  }

  /** Returns whether there is an account. */
  public boolean isPresent() {
    return provider != null;
  }

  void checkPresent() {
    if (!isPresent()) {
      throw new IllegalStateException(
          "This client has no account. Call on a view of it: client.withTokenProvider(provider) or"
              + " client.withToken(token).");
    }
  }

  /** Returns whether the provider may return another token when it is asked again. */
  boolean canRefresh() {
    return !(provider instanceof NonBlockingTokenProvider nonBlocking) || nonBlocking.canRefresh();
  }

  /** Returns the token if it is available without waiting, otherwise null. */
  public @Nullable AccessToken readyToken(TokenRequest request) {
    return provider instanceof NonBlockingTokenProvider nonBlocking
        ? nonBlocking.ready(request)
        : null;
  }

  /**
   * Asks the provider: on the executor, because it may block beyond the deadline of the call,
   * unless it is known not to block.
   */
  public CompletableFuture<AccessToken> fetch(TokenRequest request, Executor executor) {
    return provider instanceof NonBlockingTokenProvider nonBlocking
        ? nonBlocking.fetch(request)
        : CompletableFuture.supplyAsync(() -> ask(request), executor);
  }

  /** Returns what hides a token in responses. */
  SecretMask secretsOf(AccessToken token) {
    SecretMask last = lastSecrets;
    if (last.isOf(token.value())) {
      return last;
    }
    SecretMask created = SecretMask.of(token.value());
    lastSecrets = created;
    return created;
  }

  /** Makes the provider forget the account. May block; never fails. */
  void forget() {
    lastSecrets = SecretMask.NONE;
    try {
      if (provider != null) {
        provider.forget();
      }
    } catch (RuntimeException | Error e) {
      // Its message may contain a secret.
      LOG.warn(
          "The account is signed out of the service, but its token provider failed to forget it ({})",
          e.getClass().getSimpleName());
    }
  }

  private AccessToken ask(TokenRequest request) {
    checkPresent();
    AccessToken token = provider == null ? null : provider.token(request);
    if (token == null) {
      throw new NullPointerException("the token provider returned null");
    }
    return token;
  }
}
