package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.internal.account.AccountTokens;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Provides the tokens of one user. One thread at a time uses the grant ({@link GuardedGrant}). */
final class UserTokenProvider extends AccountTokens {
  private final GuardedGrant guarded;
  private final AtomicReference<AccessToken> first = new AtomicReference<>();

  UserTokenProvider(
      UserGrant grant,
      @Nullable Prompt prompt,
      @Nullable PersistedSignIn persisted,
      SignInClock time) {
    super(time);
    this.guarded =
        new GuardedGrant(
            new GrantRenewal(grant, prompt, persisted, time.timer(), this::clear), time);
  }

  /** Stores a sign-in that has just been completed, and puts its token into the cache. */
  void begin(AccessToken token, Duration timeLeft) {
    guarded.saveNew();
    first.set(token);
    AccessToken unused = token(TokenRequest.within(timeLeft));
  }

  @Override
  protected AccessToken ask(TokenRequest request) {
    AccessToken token = first.getAndSet(null);
    return token != null && request.scopes().isEmpty() && request.claims().isEmpty()
        ? token
        : guarded.token(request);
  }

  @Override
  public Optional<SignedInAccount> account() {
    return guarded.account();
  }

  @Override
  public void forget() {
    first.set(null);
    clear();
    try {
      guarded.forget();
    } finally {
      // A token that was obtained in the meantime belongs to the account, too.
      clear();
    }
  }
}
