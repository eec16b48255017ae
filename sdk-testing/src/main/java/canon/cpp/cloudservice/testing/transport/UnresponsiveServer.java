package canon.cpp.cloudservice.testing.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A port that accepts connections and reads nothing, or does not accept connections. */
final class UnresponsiveServer implements AutoCloseable {
  private static final int PROBE_MILLIS = 250;
  private static final int MOST_PROBES = 20;

  /** A single late probe may only have been slow. */
  private static final int LATE_PROBES = 2;

  private final ServerSocket server;
  private final List<Socket> fillers = new ArrayList<>();

  private UnresponsiveServer(int backlog) throws IOException {
    server = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  /** Opens a port with a full queue, so that a new connection waits forever. */
  static UnresponsiveServer open() throws IOException {
    UnresponsiveServer deaf = new UnresponsiveServer(1);
    int late = 0;
    for (int i = 0; i < MOST_PROBES; i++) {
      Socket filler = new Socket();
      deaf.fillers.add(filler);
      try {
        filler.connect(deaf.server.getLocalSocketAddress(), PROBE_MILLIS);
        late = 0;
      } catch (SocketTimeoutException e) {
        late++;
      }
      if (late == LATE_PROBES) {
        return deaf;
      }
    }
    deaf.close();
    return Assumptions.abort("This system does not limit the number of waiting connections");
  }

  /** Opens a port that accepts connections and never reads from them. */
  static UnresponsiveServer accepting() {
    try {
      return new UnresponsiveServer(50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
    return URI.create("http://localhost:" + address.getPort() + "/");
  }

  @Override
  public void close() throws IOException {
    for (Socket filler : fillers) {
      filler.close();
    }
    server.close();
  }
}
