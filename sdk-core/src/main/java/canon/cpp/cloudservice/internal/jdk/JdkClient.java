package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.http.ExchangeFuture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The current HttpClient. It can be replaced and closed on every JDK. From JDK 21 on, a client can
 * be shut down. Before, it stops when it is unreachable and no exchange is in flight, so this class
 * drops its reference and ends the exchanges.
 */
final class JdkClient {
  private static final @Nullable Method SHUTDOWN_NOW = findShutdownNow();

  private final InterruptibleThreads waiters = new InterruptibleThreads();
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private final Supplier<Connections> factory;
  private final AtomicReference<@Nullable Connections> current;

  JdkClient(Supplier<Connections> factory) {
    this.factory = factory;
    this.current = new AtomicReference<>(factory.get());
  }

  /** Returns whether sockets of a client can be closed while the peer keeps them open. */
  static boolean canShutDown() {
    return SHUTDOWN_NOW != null;
  }

  boolean isClosed() {
    return current.get() == null;
  }

  /** Registers the current thread, whose waiting ends by an interrupt when the client is closed. */
  InterruptibleThreads.Waiter enter() {
    return waiters.enter();
  }

  /**
   * Returns the current connections for one exchange, which {@linkplain #release releases} them.
   *
   * @throws ClosedException if the client is closed
   */
  Connections use() {
    while (true) {
      Connections open = current.get();
      if (open == null) {
        throw new ClosedException();
      }
      if (open.use()) {
        return open;
      }
    }
  }

  void release(Connections used) {
    if (used.release()) {
      shutDown(used);
    }
  }

  /** Makes later exchanges use new connections, unless these are already replaced. */
  void replace(Connections old) {
    if (current.get() != old) {
      return;
    }
    Connections fresh = factory.get();
    if (current.compareAndSet(old, fresh)) {
      if (old.retire()) {
        shutDown(old);
      }
    } else {
      shutDown(fresh);
    }
  }

  /** Fails a response when the client is closed. */
  void endOnClose(ExchangeFuture response) {
    Runnable ending =
        () ->
            response.completeExceptionally(
                JdkFailures.closed(!response.stopBeforeSending(), new ClosedException()));
    endings.add(ending);
    CompletableFuture<?> unused = response.whenComplete((value, failure) -> endings.remove(ending));
    if (isClosed()) {
      ending.run();
    }
  }

  void close() {
    Connections open = current.getAndSet(null);
    if (open == null) {
      return;
    }
    waiters.interruptAll();
    endings.forEach(Runnable::run);
    shutDown(open);
  }

  private static void shutDown(Connections connections) {
    if (SHUTDOWN_NOW == null) {
      return;
    }
    try {
      SHUTDOWN_NOW.invoke(connections.client());
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("The JDK's HTTP client could not be shut down", e);
    }
  }

  private static @Nullable Method findShutdownNow() {
    try {
      return HttpClient.class.getMethod("shutdownNow");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** The client is closed. */
  static final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ClosedException() {
      super("closed");
    }
  }
}
