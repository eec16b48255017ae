package canon.cpp.cloudservice.internal.jdk;

import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A HttpClient that can be closed on every JDK. From 21 on it can be told to stop. Before, it stops
 * once nothing refers to it and no exchange is under way, so both are seen to here.
 */
final class JdkClient {
  private static final @Nullable Method SHUTDOWN_NOW = findShutdownNow();

  private final InterruptibleThreads waiters = new InterruptibleThreads();
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HttpClient client;

  JdkClient(HttpClient client) {
    this.client = client;
  }

  boolean isClosed() {
    return client == null;
  }

  /** Begins to wait in this thread, which closing may end by an interrupt. */
  InterruptibleThreads.Waiter enter() {
    return waiters.enter();
  }

  /**
   * Sends a request, by who has {@linkplain #enter entered}.
   *
   * @throws ClosedException if the client is closed
   */
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return open().send(request, handler);
  }

  /**
   * Sends a request. The exchange only stops when the very future is cancelled that is given.
   *
   * @throws ClosedException if the client is closed
   */
  <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
    return open().sendAsync(request, handler);
  }

  /** Has an answer end that is not there when this is closed. */
  void endOnClose(CompletableFuture<?> answer) {
    Runnable ending = () -> answer.completeExceptionally(JdkFailures.closed(new ClosedException()));
    endings.add(ending);
    CompletableFuture<?> unused =
        answer.whenComplete((response, failure) -> endings.remove(ending));
    if (isClosed()) {
      ending.run();
    }
  }

  void close() {
    HttpClient open = client;
    client = null;
    if (open == null) {
      return;
    }
    waiters.interruptAll();
    endings.forEach(Runnable::run);
    if (SHUTDOWN_NOW != null) {
      shutDown(SHUTDOWN_NOW, open);
    }
  }

  private HttpClient open() {
    HttpClient open = client;
    if (open == null) {
      throw new ClosedException();
    }
    return open;
  }

  private static void shutDown(Method shutdownNow, HttpClient client) {
    try {
      shutdownNow.invoke(client);
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
