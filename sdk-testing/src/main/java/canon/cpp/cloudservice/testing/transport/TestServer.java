package canon.cpp.cloudservice.testing.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on a plain socket, so that it can respond in any way. It has a daemon thread for each
 * connection; a connection stays open until its handler or the client closes it.
 */
final class TestServer implements AutoCloseable {
  private static final int BACKLOG = 500;

  /** Responds to one request. */
  interface Handler {
    void handle(TestExchange exchange) throws IOException;
  }

  private final ServerSocket server;
  private final String scheme;
  private final Handler handler;
  private final List<TestRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch firstRequest = new CountDownLatch(1);
  private final CountDownLatch firstDisconnect = new CountDownLatch(1);

  private TestServer(ServerSocketFactory sockets, String scheme, Handler handler) {
    this.scheme = scheme;
    this.handler = handler;
    try {
      this.server = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("accept", this::acceptAll);
  }

  static TestServer clear(Handler handler) {
    return new TestServer(ServerSocketFactory.getDefault(), "http", handler);
  }

  static TestServer tls(ServerSocketFactory sockets, Handler handler) {
    return new TestServer(sockets, "https", handler);
  }

  int port() {
    return server.getLocalPort();
  }

  URI uri(String target) {
    return URI.create(scheme + "://localhost:" + port() + target);
  }

  List<TestRequest> requests() {
    return requests;
  }

  TestRequest onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("Expected one request, but the number is " + requests.size());
    }
    return requests.get(0);
  }

  /** Returns how many connections have been made so far. */
  int connections() {
    return connections.get();
  }

  boolean awaitFirstRequest() throws InterruptedException {
    return firstRequest.await(10, TimeUnit.SECONDS);
  }

  /** Waits until a connection is closed. */
  boolean awaitFirstDisconnect() throws InterruptedException {
    return firstDisconnect.await(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
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
        sockets.add(socket);
        connections.incrementAndGet();
        start("connection", () -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      TestRequest request;
      while (!socket.isClosed() && (request = TestRequest.read(in)) != null) {
        requests.add(request);
        firstRequest.countDown();
        handler.handle(new TestExchange(request, socket, in));
      }
    } catch (IOException e) {
      // The client closed the connection, as many tests intend.
    } finally {
      sockets.remove(socket);
      firstDisconnect.countDown();
    }
  }

  private void start(String role, Runnable work) {
    Thread thread = new Thread(work, "test-server-" + port() + "-" + role);
    thread.setDaemon(true);
    thread.start();
  }
}
