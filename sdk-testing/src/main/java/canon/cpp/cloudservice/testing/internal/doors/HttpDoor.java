package canon.cpp.cloudservice.testing.internal.doors;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The door with a network: the JDK's own HTTP server, in clear, on the loopback interface only. */
public final class HttpDoor implements AutoCloseable {
  private static final int THREADS = 72;
  private static final int BACKLOG = 128;
  private static final AtomicInteger DOORS = new AtomicInteger();

  static {
    // Without it a connection carries 23 requests a second: Nagle's algorithm waits for the other
    // side's delayed acknowledgement. It is read once, when the server's classes load.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final FakeService service;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final URI address;

  public HttpDoor(FakeService service) {
    this.service = service;
    this.threads = threads();
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("The fake found no port to listen at", e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = service.handle(read(exchange)).get();
      // Closing an exchange that has not been answered breaks the connection.
      if (!answer.isDropped()) {
        write(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The door is being closed.
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static ServiceRequest read(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(ServiceRequest.MAX_BODY_BYTES + 1);
      // A client that is still sending would not see the answer.
      in.transferTo(OutputStream.nullOutputStream());
    }
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    return new ServiceRequest(
        exchange.getRequestMethod(),
        path == null || path.isEmpty() ? "/" : path,
        uri.getRawQuery(),
        HttpHeaders.of(exchange.getRequestHeaders()),
        body);
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  /** One thread for each request that is under way; none when there is nothing to do. */
  private static ThreadPoolExecutor threads() {
    String name = "fake-cloud-service-" + DOORS.incrementAndGet() + "-";
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
