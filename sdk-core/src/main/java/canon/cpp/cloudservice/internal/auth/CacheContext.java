package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What all slots of one cache share.
 *
 * @param provider who is asked for new tokens
 * @param timer counts the lives of tokens, and ends what takes too long
 * @param clock by which the provider dates tokens
 * @param executor where the provider is asked, and may block
 */
record CacheContext(
    TokenProvider provider,
    Timer timer,
    Clock clock,
    Executor executor,
    InFlightRefreshes flights) {}
