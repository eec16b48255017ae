package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.internal.account.AccountTokens;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one person. The grant behind them is used by one thread at a time ({@link
 * GuardedGrant}).
 */
final class UserTokenProvider extends AccountTokens {
  private final GuardedGrant use;
  private final @Nullable Prompt prompt;
  private final SignInClock time;
  private final AtomicReference<AccessToken> first = new AtomicReference<>();

  UserTokenProvider(
      UserGrant grant, @Nullable Prompt prompt, @Nullable PersistedSignIn kept, SignInClock time) {
    super(time);
    this.use = new GuardedGrant(grant, kept, time);
    this.prompt = prompt;
    this.time = time;
  }

  /** Puts a token into the cache that has just come, with what the grant remembers. */
  void begin(AccessToken token, Duration timeLeft) {
    first.set(token);
    AccessToken unused = token(TokenRequest.within(timeLeft));
  }

  @Override
  protected AccessToken ask(TokenRequest request) {
    AccessToken come = first.getAndSet(null);
    if (come != null && request.scopes().isEmpty() && request.claims().isEmpty()) {
      return come;
    }
    return use.exclusively(request, this::renewOrAsk);
  }

  private AccessToken renewOrAsk(UserGrant grant, TokenRequest request) {
    SignedInAccount before = grant.account().orElse(null);
    try {
      return renew(grant, request);
    } catch (AuthenticationException e) {
      if (prompt == null
          || !request.mayInteract()
          || e.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED) {
        throw e;
      }
      String demanded = e.claims().orElse(null);
      AccessToken token =
          prompt.ask(
              grant,
              demanded == null || request.claims().isPresent()
                  ? request
                  : request.withClaims(demanded),
              time.timer());
      use.signedInAnew();
      if (before != null && !SameAccount.are(before, grant.account().orElse(null))) {
        // What is kept for other requests is not theirs.
        clear();
      }
      return token;
    }
  }

  private AccessToken renew(UserGrant grant, TokenRequest request) {
    try {
      return grant.renew(request);
    } catch (AuthenticationException e) {
      if (e.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED || !use.takeUpNewer()) {
        throw e;
      }
      return grant.renew(request);
    }
  }

  @Override
  public Optional<SignedInAccount> account() {
    return use.account();
  }

  @Override
  public void forget() {
    first.set(null);
    clear();
    try {
      use.forget();
    } finally {
      // What came in between was of the account, too.
      clear();
    }
  }
}
