package canon.cpp.cloudservice.signin.internal.person;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.internal.auth.PromptTokens;
import canon.cpp.cloudservice.internal.auth.TokenCache;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one person: a cache, and behind it the grant, which is used by one thread at a time
 * ({@link GrantUse}).
 */
final class PersonProvider implements AccountTokenProvider, PromptTokens {
  /** One can hang until it is given up, and the other works on. */
  private static final int THREADS = 2;

  private final GrantUse use;
  private final @Nullable Prompt prompt;
  private final PersonTime time;
  private final TokenCache cache;
  private final AtomicReference<AccessToken> first = new AtomicReference<>();

  PersonProvider(
      PersonGrant grant, @Nullable Prompt prompt, @Nullable KeptSignIn kept, PersonTime time) {
    this.use = new GrantUse(grant, kept, time);
    this.prompt = prompt;
    this.time = time;
    ClientThreads threads = new ClientThreads("sign-in", THREADS);
    this.cache = new TokenCache(this::ask, time.timer(), time.clock(), threads, threads::close);
  }

  /** Puts a token into the cache that has just come, with what the grant remembers. */
  void begin(AccessToken token, Duration timeLeft) {
    first.set(token);
    AccessToken unused = cache.token(TokenRequest.within(timeLeft));
  }

  private AccessToken ask(TokenRequest request) {
    AccessToken come = first.getAndSet(null);
    if (come != null && request.scopes().isEmpty() && request.claims().isEmpty()) {
      return come;
    }
    return use.exclusively(request, this::renewOrAsk);
  }

  private AccessToken renewOrAsk(PersonGrant grant, TokenRequest request) {
    try {
      return renew(grant, request);
    } catch (SignInException e) {
      if (prompt == null || !request.mayInteract() || e.kind() != SignInKind.SIGN_IN_REQUIRED) {
        throw e;
      }
      String demanded = e.claims().orElse(null);
      return prompt.ask(
          grant,
          demanded == null || request.claims().isPresent() ? request : request.withClaims(demanded),
          time.timer());
    }
  }

  private AccessToken renew(PersonGrant grant, TokenRequest request) {
    try {
      return grant.renew(request);
    } catch (SignInException e) {
      if (e.kind() != SignInKind.SIGN_IN_REQUIRED || !use.takeUpNewer()) {
        throw e;
      }
      return grant.renew(request);
    }
  }

  @Override
  public AccessToken token(TokenRequest request) {
    return cache.token(request);
  }

  @Override
  public boolean canRefresh() {
    return cache.canRefresh();
  }

  @Override
  public @Nullable AccessToken ready(TokenRequest request) {
    return cache.ready(request);
  }

  @Override
  public CompletableFuture<AccessToken> fetch(TokenRequest request) {
    return cache.fetch(request);
  }

  @Override
  public Optional<SignedInAccount> account() {
    return use.account();
  }

  @Override
  public void forget() {
    first.set(null);
    cache.clear();
    try {
      use.forget();
    } finally {
      // What came in between was of the account, too.
      cache.clear();
    }
  }

  @Override
  public void close() {
    cache.close();
    time.close();
  }

  /** Shows nothing of whose it is. */
  @Override
  public String toString() {
    return "AccountTokenProvider[" + time.provider() + "]";
  }
}
