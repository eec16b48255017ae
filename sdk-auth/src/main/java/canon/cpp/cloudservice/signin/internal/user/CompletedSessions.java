package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The states of the sessions that were completed in this process. Shared by all app objects,
 * because a replayed callback is a replay whichever object receives it. A state has 256 random
 * bits, so sessions of different apps never collide.
 */
final class CompletedSessions {
  /** No sealed session can be opened for longer, on a node whose clock is slow. */
  private static final Duration RETENTION =
      DefaultAuthorizationCodeSession.LIFETIME.plus(SealedSession.CLOCK_SKEW);

  private static final Map<String, Expiry> COMPLETED = new ConcurrentHashMap<>();

  private CompletedSessions() {}

  /** Records that a session is completed; false if it was completed before. */
  static boolean add(String state, Timer timer) {
    COMPLETED.values().removeIf(Expiry::hasPassed);
    return COMPLETED.putIfAbsent(state, new Expiry(timer, timer.nanoTime())) == null;
  }

  /** Each by the timer of its own app, because timers have different origins. */
  private record Expiry(Timer timer, long start) {
    boolean hasPassed() {
      return timer.nanoTime() - start > RETENTION.toNanos();
    }
  }
}
