package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.internal.concurrent.ClosingRegistry;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What all entries of one cache share.
 *
 * @param provider the provider that is asked for new tokens
 * @param timer measures lifetimes of tokens, and ends what takes too long
 * @param clock the wall clock, by which the provider dates tokens
 * @param executor where the provider is asked, and may block
 * @param refreshes the refreshes in flight, which end when the cache is closed
 */
record CacheContext(
    TokenProvider provider,
    Timer timer,
    Clock clock,
    Executor executor,
    ClosingRegistry<TokenRefresh> refreshes) {}
