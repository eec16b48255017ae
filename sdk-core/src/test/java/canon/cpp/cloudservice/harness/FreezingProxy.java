package canon.cpp.cloudservice.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forwards connections to a port of this machine. Those that are open when it freezes stay open,
 * but transport nothing any more; new ones do.
 */
public final class FreezingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int frozen;

  public FreezingProxy(int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptAll);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Returns how many connections were made so far. */
  public int connections() {
    return connections.get();
  }

  /** Freezes the connections that were made so far. */
  public void freeze() {
    frozen = connections.get();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = server.accept();
        int number = connections.incrementAndGet();
        Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(service);
        start(() -> copy(client, service, number));
        start(() -> copy(service, client, number));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void copy(Socket from, Socket to, int number) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int count;
      while ((count = in.read(buffer)) >= 0) {
        if (number > frozen) {
          out.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      // One of the two has closed the connection.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "freezing-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
