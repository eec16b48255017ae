package canon.cpp.cloudservice.internal.auth;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The flights of one cache that are under way, and end with it. */
final class Flights {
  private final Set<TokenFlight> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  /** Has a flight end with the cache; at once if that is closed already. */
  void add(TokenFlight flight) {
    underWay.add(flight);
    if (closed) {
      flight.abandon(TokenFailures.closed());
    }
  }

  void remove(TokenFlight flight) {
    underWay.remove(flight);
  }

  void close() {
    closed = true;
    underWay.forEach(flight -> flight.abandon(TokenFailures.closed()));
  }
}
