package canon.cpp.cloudservice.testing.internal.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * The HTTP server of the JDK with its own threads. By default it listens on a free port of the
 * loopback interface. Requests that are not received completely within 20 seconds are ended.
 */
public final class JdkServer implements AutoCloseable {
  /** Unfinished requests keep a thread each, until their timeout. */
  private static final int MAX_THREADS = 1024;

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
  private static final int BACKLOG = 128;
  private static final AtomicInteger SERVERS = new AtomicInteger();

  static {
    // Without this a connection transports 23 requests per second: Nagle's algorithm waits for the
    // delayed acknowledgement of the client. The server reads it once, when its classes load.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private final ReadTimeouts timeouts;

  private JdkServer(String name, HttpServer server, Duration readTimeout) {
    this.server = server;
    String prefix = name + "-" + SERVERS.incrementAndGet() + "-";
    this.threads = threads(prefix);
    this.timeouts = new ReadTimeouts(prefix, readTimeout);
    server.setExecutor(task -> threads.execute(timeouts.limit(task)));
  }

  /** Reserves a port. Requests are handled after {@link #start}. */
  public static JdkServer inClear(String name) {
    try {
      return inClear(name, anyPort());
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** Does the same with TLS. */
  public static JdkServer secured(String name, SSLContext tls) {
    try {
      return secured(name, anyPort(), tls);
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** Reserves the given port. */
  public static JdkServer inClear(String name, InetSocketAddress address) throws IOException {
    return inClear(name, address, READ_TIMEOUT);
  }

  static JdkServer inClear(String name, InetSocketAddress address, Duration readTimeout)
      throws IOException {
    return new JdkServer(name, HttpServer.create(address, BACKLOG), readTimeout);
  }

  /** Does the same with TLS. */
  public static JdkServer secured(String name, InetSocketAddress address, SSLContext tls)
      throws IOException {
    return secured(name, address, tls, READ_TIMEOUT);
  }

  static JdkServer secured(
      String name, InetSocketAddress address, SSLContext tls, Duration readTimeout)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new JdkServer(name, server, readTimeout);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void start(HttpHandler handler) {
    server.createContext("/", handler);
    // The dispatcher of the JDK is a daemon if its creator is one. Otherwise a fake that is not
    // closed keeps the process alive.
    CompletableFuture.runAsync(server::start, threads).join();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    timeouts.close();
  }

  static InetSocketAddress anyPort() throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  private static UncheckedIOException noPort(IOException e) {
    return new UncheckedIOException("The fake found no free port", e);
  }

  /** Returns a pool that starts a thread only if all others are busy. */
  private static ThreadPoolExecutor threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        MAX_THREADS,
        5,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, name + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        JdkServer::waitForThread);
  }

  /** Waits until a thread is free, so that no request is lost at the maximum. */
  private static void waitForThread(Runnable task, ThreadPoolExecutor pool) {
    try {
      while (!pool.isShutdown()) {
        if (pool.getQueue().offer(task, 1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RejectedExecutionException("The server is closed");
  }
}
