package canon.cpp.cloudservice.testing.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forwards the bytes of connections that it does not understand. After some bytes it resets a
 * connection, in the middle of a frame or a handshake, or forwards nothing more.
 */
final class UnreliableLink implements AutoCloseable {
  private static final int FEWEST_BYTES = 1_000;
  private static final int MOST_BYTES = 120_000;

  private final int target;
  private final long seed;
  private final FlakyPort port = new FlakyPort();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final FaultInjector injector;

  UnreliableLink(int target, long seed) {
    this.target = target;
    this.seed = seed;
    this.injector = new FaultInjector(seed, this::goOut);
    FaultInjector.start(this::acceptAll);
  }

  int port() {
    return port.number();
  }

  /** The injector for the requests that this link carries. */
  FaultInjector injector() {
    return injector;
  }

  private void acceptAll() {
    for (var next = port.accept(); next.isPresent(); next = port.accept()) {
      Connection connection = new Connection(next.get(), connections.incrementAndGet());
      FaultInjector.start(connection::run);
    }
  }

  private void goOut(Duration time) {
    port.rejectDuring(
        () -> {
          sockets.forEach(ClientSide::reset);
          FaultInjector.rest(time.toMillis());
        });
  }

  @Override
  public void close() {
    port.close();
    sockets.forEach(ClientSide::reset);
  }

  /** One connection of a client. */
  private final class Connection {
    private final Socket client;
    private final NetworkFault fault;
    private final AtomicLong left;
    private volatile boolean silent;

    private Connection(Socket client, int number) {
      this.client = client;
      SplittableRandom random = new SplittableRandom(seed * 31 + number);
      fault = random.nextInt(3) == 0 ? NetworkFault.LINK_SILENT : NetworkFault.LINK_LOST;
      left = new AtomicLong(random.nextInt(FEWEST_BYTES, MOST_BYTES));
    }

    private void run() {
      sockets.add(client);
      try (client;
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        FaultInjector.start(() -> pump(server, client));
        pump(client, server);
      } catch (IOException e) {
        // One side is closed, so the other is closed too.
      } finally {
        sockets.remove(client);
      }
    }

    private void pump(Socket from, Socket to) {
      byte[] buffer = new byte[4096];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          long before = left.getAndAdd(-count);
          int forwarded = before <= 0 || injector.isCalm() ? count : (int) Math.min(before, count);
          if (silent) {
            continue;
          }
          out.write(buffer, 0, forwarded);
          if (before > 0 && before <= count && !injector.isCalm()) {
            injector.happened(fault);
            if (fault == NetworkFault.LINK_LOST) {
              ClientSide.reset(client);
              return;
            }
            silent = true;
          }
        }
        to.shutdownOutput();
      } catch (IOException e) {
        ClientSide.reset(client);
      }
    }
  }
}
