package canon.cpp.cloudservice.testing.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** The JDK's own HTTP server on the loopback interface only, with threads of its own. */
public final class LoopbackServer implements AutoCloseable {
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

  private LoopbackServer(String name, HttpServer server) {
    this.server = server;
    this.threads = threads(name + "-" + SERVERS.incrementAndGet() + "-");
    server.setExecutor(threads);
  }

  /** Takes a port; nothing is answered before {@link #start}. */
  public static LoopbackServer inClear(String name) {
    try {
      return new LoopbackServer(name, HttpServer.create(anyPort(), BACKLOG));
    } catch (IOException e) {
      throw noPort(e);
    }
  }

  /** The same with TLS. */
  public static LoopbackServer secured(String name, SSLContext tls) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), BACKLOG);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return new LoopbackServer(name, server);
    } catch (IOException e) {
      throw noPort(e);
    }
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

  /** The body of a request, as far as it is wanted; the rest is passed over. */
  public static byte[] body(HttpExchange exchange, int maxBytes) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(maxBytes);
      // A client that is still sending would not see the answer.
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  public static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }

  private static InetSocketAddress anyPort() throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  private static UncheckedIOException noPort(IOException e) {
    return new UncheckedIOException("The fake found no port to listen at", e);
  }

  /** One thread for each request that is under way; none when there is nothing to do. */
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
