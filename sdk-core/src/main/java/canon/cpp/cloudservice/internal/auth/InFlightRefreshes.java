package canon.cpp.cloudservice.internal.auth;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The flights of one cache that are under way, and end with it. */
final class InFlightRefreshes {
  private final Set<TokenRefresh> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  /** Has a flight end with the cache; at once if that is closed already. */
  void add(TokenRefresh flight) {
    underWay.add(flight);
    if (closed) {
      flight.abandon(TokenErrors.closed());
    }
  }

  void remove(TokenRefresh flight) {
    underWay.remove(flight);
  }

  void close() {
    closed = true;
    underWay.forEach(flight -> flight.abandon(TokenErrors.closed()));
  }
}
