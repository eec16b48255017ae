package canon.cpp.cloudservice.internal.urlconnection;

import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.http.Hop;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.time.Timer;
import java.net.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the idle connections without TLS to this machine that Java is expected to keep. Java does
 * not ask before it opens such a connection, and has no method that returns the number.
 */
final class IdleConnections {
  /** Shorter than the five seconds after which Java closes an idle connection. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final Timer timer;
  private final int most = Math.max(1, Integer.getInteger("http.maxConnections", 5));
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  IdleConnections(Timer timer) {
    this.timer = timer;
  }

  /** The connections to one address. */
  private static final class Count {
    private final AtomicInteger idle = new AtomicInteger();
    private volatile long usedAt;
  }

  /** Returns whether one is expected to be idle, which is then in use. */
  boolean take(Hop hop) {
    Count count = counts.get(hop.uri().getRawAuthority());
    if (count == null) {
      return false;
    }
    if (timer.nanoTime() - count.usedAt > FRESH_NANOS) {
      count.idle.set(0);
    }
    int before;
    do {
      before = count.idle.get();
    } while (before > 0 && !count.idle.compareAndSet(before, before - 1));
    return before > 0;
  }

  /** Registers a connection that Java keeps after a response. */
  void add(Hop hop, HttpResponse response) {
    if (hop.isHttps()
        || hop.proxy().type() != Proxy.Type.DIRECT
        || !Urls.isLoopback(hop.uri())
        || !isKept(response)) {
      return;
    }
    Count count = counts.get(hop.uri().getRawAuthority());
    if (count == null) {
      Count created = new Count();
      count = counts.putIfAbsent(hop.uri().getRawAuthority(), created);
      count = count == null ? created : count;
    }
    count.usedAt = timer.nanoTime();
    int before;
    do {
      before = count.idle.get();
    } while (before < most && !count.idle.compareAndSet(before, before + 1));
  }

  /** A server that says how long it keeps a connection may keep it for a shorter time than Java. */
  private static boolean isKept(HttpResponse response) {
    return !response.headers().first("Connection").isPresent()
        && !response.headers().first("Keep-Alive").isPresent();
  }
}
