package canon.cpp.cloudservice.internal.jdk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Origins that sent something other than HTTP. Before JDK 21, HttpClient keeps the socket of such a
 * response until the peer closes it, and nothing else can close it. So further requests to the
 * origin use another transport, until enough valid responses were received in a row: twice as many
 * after each further failure.
 */
final class NonHttpOrigins {
  private static final int LONGEST_STREAK = 1024;

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Map<String, Integer> remaining = new ConcurrentHashMap<>();

  boolean isEmpty() {
    return remaining.isEmpty();
  }

  boolean contains(String origin) {
    return remaining.containsKey(origin);
  }

  void failed(String origin) {
    int count = failures.merge(origin, 1, Integer::sum);
    remaining.put(origin, Math.min(1 << Math.min(count, 10), LONGEST_STREAK));
  }

  void succeeded(String origin) {
    remaining.computeIfPresent(origin, (key, left) -> left <= 1 ? null : left - 1);
  }
}
