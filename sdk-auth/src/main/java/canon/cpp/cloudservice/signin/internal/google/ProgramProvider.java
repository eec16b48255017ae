package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.auth.PromptTokens;
import canon.cpp.cloudservice.internal.auth.TokenCache;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tokens of one program: a cache, and behind it what only fetches. */
final class ProgramProvider implements AccountTokenProvider, PromptTokens {
  /** One can hang until it is given up, and the other works on. */
  private static final int THREADS = 2;

  private final GoogleProgram program;
  private final TokenCache cache;

  /**
   * Puts a cache before a program.
   *
   * @param closing closes what was made for the program
   */
  ProgramProvider(GoogleProgram program, Clock clock, Timer timer, Runnable closing) {
    this.program = program;
    ClientThreads threads = new ClientThreads("sign-in", THREADS);
    this.cache =
        new TokenCache(
            program,
            timer,
            clock,
            threads,
            () -> {
              threads.close();
              closing.run();
            });
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
    return program.account();
  }

  /** There is nothing to take back: what the program proves itself with is its host's. */
  @Override
  public void forget() {
    cache.clear();
    program.forgetAccount();
  }

  @Override
  public void close() {
    cache.close();
  }

  /** Shows nothing of whose it is. */
  @Override
  public String toString() {
    return "AccountTokenProvider[Google]";
  }
}
