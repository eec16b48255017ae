package canon.cpp.cloudservice.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server on plain sockets, which responds with any bytes. It has a daemon thread for each
 * connection. A connection stays open until its handler or the client closes it.
 */
public final class SocketServer implements AutoCloseable {
  private static final int BACKLOG = 500;

  private final ServerSocket server;
  private final String scheme;
  private final Handler handler;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final Semaphore disconnections = new Semaphore(0);

  /** Responds to one request. */
  public interface Handler {
    void handle(Request request) throws IOException;
  }

  private SocketServer(ServerSocketFactory factory, String scheme, Handler handler) {
    this.scheme = scheme;
    this.handler = handler;
    try {
      this.server = factory.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("accept", this::acceptAll);
  }

  public static SocketServer clear(Handler handler) {
    return new SocketServer(ServerSocketFactory.getDefault(), "http", handler);
  }

  /** A server that shows the {@link TestCertificate}. */
  public static SocketServer tls(Handler handler) {
    return new SocketServer(
        TestCertificate.localhost().server().getServerSocketFactory(), "https", handler);
  }

  /** Returns a port of this machine on which connections are refused. */
  public static int closedPort() {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI uri(String target) {
    return URI.create(scheme + "://localhost:" + port() + target);
  }

  /** The requests so far, in the order in which they were read. */
  public List<Request> requests() {
    return requests;
  }

  /** Returns how many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  /** Waits until the client, or a handler, has closed so many connections. */
  public void awaitDisconnections(int count) {
    try {
      assertThat(disconnections.tryAcquire(count, 10, TimeUnit.SECONDS))
          .as("%s closed connections, of which %s are open", count, open.size())
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        int number = connections.incrementAndGet();
        start("connection-" + number, () -> serve(socket, number));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request;
      while (!socket.isClosed() && (request = Request.read(socket, in, connection)) != null) {
        requests.add(request);
        handler.handle(request);
      }
    } catch (IOException e) {
      // The client closed the connection, as many tests intend.
    } finally {
      open.remove(socket);
      disconnections.release();
    }
  }

  private void start(String role, Runnable work) {
    Thread thread = new Thread(work, "socket-server-" + port() + "-" + role);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * One request, to which the handler responds.
   *
   * @param connection the number of its connection, from 1
   */
  public record Request(
      String method,
      String target,
      Map<String, String> headers,
      String body,
      int connection,
      Socket socket,
      InputStream in) {

    private static @Nullable Request read(Socket socket, InputStream in, int connection)
        throws IOException {
      String line = line(in);
      if (line == null) {
        return null;
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      String header;
      while ((header = line(in)) != null && !header.isEmpty()) {
        int colon = header.indexOf(':');
        headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
      }
      int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      String[] parts = line.split(" ", -1);
      return new Request(parts[0], parts[1], headers, body, connection, socket, in);
    }

    private static @Nullable String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      int next;
      while ((next = in.read()) != '\n') {
        if (next < 0) {
          return null;
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    /** Sends a complete response; headers are complete lines. */
    public void respond(int status, String body, String... headers) throws IOException {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      write(response(status, "Content-Length: " + length, headers) + body);
    }

    /** Returns the start of a response, up to the empty line. */
    public static String response(int status, String first, String... headers) {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      head.append(first).append("\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      return head.append("\r\n").toString();
    }

    public void write(String bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    public void close() throws IOException {
      socket.close();
    }

    /** Accepts a CONNECT, then forwards bytes both ways. */
    public void tunnelTo(int port) throws IOException {
      try (Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
        write("HTTP/1.1 200 Connected\r\n\r\n");
        Thread back = new Thread(() -> copy(service, socket), "tunnel-" + port);
        back.setDaemon(true);
        back.start();
        in.transferTo(service.getOutputStream());
      }
    }

    private static void copy(Socket from, Socket to) {
      try (from;
          to) {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException e) {
        // One of the two has closed the connection.
      }
    }

    /** Sends nothing until the client closes the connection. */
    public void stall() throws IOException {
      while (in.read() >= 0) {
        // Further input is ignored.
      }
      socket.close();
    }
  }
}
