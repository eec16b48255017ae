package canon.cpp.cloudservice.testing.internal.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * The JDK's own HTTP server with its own threads, by default on a free port of the loopback
 * interface.
 */
public final class JdkServer implements AutoCloseable {
  private static final int THREADS = 72;
  private static final int BACKLOG = 128;
  private static final AtomicInteger SERVERS = new AtomicInteger();

  static {
    // Without it a connection serves 23 requests per second: Nagle's algorithm waits for the
    // delayed acknowledgement of the other side. It is read once, when the classes of the server
    // load.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ThreadPoolExecutor threads;

  private JdkServer(String name, HttpServer server) {
    this.server = server;
    this.threads = threads(name + "-" + SERVERS.incrementAndGet() + "-");
    server.setExecutor(threads);
  }

  /** Binds a free port; requests are handled after {@link #start}. */
  public static JdkServer inClear(String name) {
    try {
      return inClear(name, anyPort());
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** Binds a free port with TLS. */
  public static JdkServer secured(String name, SSLContext tls) {
    try {
      return secured(name, anyPort(), tls);
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** Binds the given port. */
  public static JdkServer inClear(String name, InetSocketAddress address) throws IOException {
    return new JdkServer(name, HttpServer.create(address, BACKLOG));
  }

  /** Binds the given port with TLS. */
  public static JdkServer secured(String name, InetSocketAddress address, SSLContext tls)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new JdkServer(name, server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void start(HttpHandler handler) {
    server.createContext("/", handler);
    // The JDK's dispatcher is a daemon if its creator is one; otherwise a fake that is not closed
    // would keep the JVM alive.
    CompletableFuture.runAsync(server::start, threads).join();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static InetSocketAddress anyPort() throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  private static UncheckedIOException noPort(IOException e) {
    return new UncheckedIOException("The fake found no free port", e);
  }

  /** Returns one thread for each request in progress; none when idle. */
  private static ThreadPoolExecutor threads(String name) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
