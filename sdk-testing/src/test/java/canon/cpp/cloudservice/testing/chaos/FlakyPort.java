package canon.cpp.cloudservice.testing.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Optional;

/** A port that can refuse connections for a while, and stays reserved meanwhile where possible. */
final class FlakyPort implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final Socket keeper = new Socket();
  private final int number;
  private volatile boolean closed;
  private volatile ServerSocket server;

  FlakyPort() {
    try {
      server = listen(0);
      number = server.getLocalPort();
      if (keeper.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
        keeper.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        keeper.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return number;
  }

  /** The next connection; empty when the port is closed. */
  Optional<Socket> accept() {
    while (!closed) {
      try {
        return Optional.of(server.accept());
      } catch (IOException e) {
        // Rejecting: the next connection is accepted after that.
        FaultInjector.rest(2);
      }
    }
    return Optional.empty();
  }

  /** Refuses connections until the work is complete. */
  synchronized void rejectDuring(Runnable work) {
    try {
      server.close();
      work.run();
      if (!closed) {
        server = listen(number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try (keeper) {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    if (server.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
      server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    }
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    return server;
  }
}
