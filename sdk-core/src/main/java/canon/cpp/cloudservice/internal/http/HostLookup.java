package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.time.Timer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks up host names in threads that can be abandoned, because nothing ends a lookup while the
 * name servers do not respond. The result itself is not used: the platform finds it in the cache of
 * the JVM. Calls for the same name share one lookup, so that a name that stalls takes one thread.
 */
public final class HostLookup implements AutoCloseable {
  /** Names that are looked up at the same time; more wait. */
  private static final int THREADS = 200;

  /** Shorter than the 30 seconds for which the JVM caches an address by default. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Timer timer;
  private final Resolver resolver;
  private final ClientThreads threads = new ClientThreads("lookup", THREADS);
  private final Map<String, Long> resolvedAt = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();

  public HostLookup(Timer timer) {
    this(timer, InetAddress::getAllByName);
  }

  /** Creates a lookup with another resolver, for tests. */
  public HostLookup(Timer timer, Resolver resolver) {
    this.timer = timer;
    this.resolver = resolver;
  }

  /**
   * Looks up the host of a hop.
   *
   * @return a future of its own for each call, which fails with {@link UnknownHostException}; null
   *     if no lookup is needed
   */
  public @Nullable CompletableFuture<Void> start(Hop hop) {
    String host = hop.hostToResolve();
    if (host == null || isFresh(host)) {
      return null;
    }
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> shared = inFlight.putIfAbsent(host, mine);
    if (shared == null) {
      shared = mine;
      threads.execute(() -> resolve(host, mine));
    }
    // A dependent future, so that a caller who cancels it does not end the lookup of others.
    return shared.thenRun(() -> {});
  }

  /** Returns whether the name was resolved before, so that a pooled connection may exist. */
  public boolean isKnown(Hop hop) {
    String host = hop.hostToResolve();
    return host == null || resolvedAt.containsKey(host);
  }

  private boolean isFresh(String host) {
    Long at = resolvedAt.get(host);
    return at != null && timer.nanoTime() - at < FRESH.toNanos();
  }

  private void resolve(String host, CompletableFuture<Void> result) {
    try {
      InetAddress[] unused = resolver.resolve(host);
      resolvedAt.put(host, timer.nanoTime());
      inFlight.remove(host, result);
      result.complete(null);
    } catch (UnknownHostException | RuntimeException e) {
      inFlight.remove(host, result);
      result.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    threads.close();
  }

  /** Resolves a host name; may block. */
  public interface Resolver {
    /**
     * Resolves a host name.
     *
     * @throws UnknownHostException if it cannot be resolved
     */
    InetAddress[] resolve(String host) throws UnknownHostException;
  }
}
