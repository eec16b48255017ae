package canon.cpp.cloudservice.signin.internal.user;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which sessions of one app have been completed here, for as long as they could be tried again. */
final class CompletedSessions {
  private final Duration life;
  private final Map<String, Long> usedAt = new ConcurrentHashMap<>();

  CompletedSessions(Duration life) {
    this.life = life;
  }

  /** Uses up a session; false if it was used before, be it as another object. */
  boolean use(String state, long nanoTime) {
    usedAt.values().removeIf(at -> nanoTime - at > life.toNanos());
    return usedAt.putIfAbsent(state, nanoTime) == null;
  }
}
