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
 * The JDK's own HTTP server with threads of its own; on a free port of the loopback interface
 * unless told otherwise.
 */
public final class JdkServer implements AutoCloseable {
  private static final int THREADS = 72;
  private static final int BACKLOG = 128;
  private static final AtomicInteger SERVERS = new AtomicInteger();

  static {
    // Without it a connection carries 23 requests a second: Nagle's algorithm waits for the other
    // side's delayed acknowledgement. It is read once, when the server's classes load.
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

  /** Takes a port; nothing is answered before {@link #start}. */
  public static JdkServer inClear(String name) {
    try {
      return inClear(name, anyPort());
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** The same with TLS. */
  public static JdkServer secured(String name, SSLContext tls) {
    try {
      return secured(name, anyPort(), tls);
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** Takes the port that it is told. */
  public static JdkServer inClear(String name, InetSocketAddress address) throws IOException {
    return new JdkServer(name, HttpServer.create(address, BACKLOG));
  }

  /** The same with TLS. */
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
    // The JDK's dispatcher is a daemon if who starts it is one; otherwise a fake that nobody closed
    // would keep the program alive.
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
    return new UncheckedIOException("The fake found no port to listen at", e);
  }

  /** One thread for each request that is being handled; none when there is nothing to do. */
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
