package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Client;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import canon.cpp.cloudservice.benchmarks.server.SlowLink;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A process that starts 64 calls at the same time with a new client, over a link with a delay. It
 * prints the connections that the client has opened, and the milliseconds until all calls have
 * ended. Arguments: the peer, the port of a server with TLS, and the number of bursts.
 */
final class BurstFork {
  /** The peers that are compared: those with HTTP/2 and asynchronous calls. */
  static final List<Peer> PEERS =
      List.of(Peer.SDK_HTTP_CLIENT, Peer.HTTP_CLIENT_DIRECT, Peer.HTTP_CLIENT, Peer.OK_HTTP);

  /** The delay in each direction. */
  private static final Duration DELAY = Duration.ofMillis(20);

  private static final int CALLS = 64;

  private BurstFork() {}

  public static void main(String[] arguments) throws Exception {
    Peer peer = Peer.valueOf(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    Samples connections = new Samples();
    Samples millis = new Samples();
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      try (SlowLink link = SlowLink.start(port, DELAY);
          Client client = peer.connect(URI.create("https://localhost:" + link.port()))) {
        long start = System.nanoTime();
        burst(client);
        millis.add((System.nanoTime() - start) / 1e6);
        connections.add(link.connections());
      }
    }
    System.out.println(connections.median());
    System.out.println(millis.median());
    System.exit(0);
  }

  private static void burst(Client client) throws Exception {
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(client.getAsync());
    }
    for (CompletableFuture<?> call : calls) {
      Load.Sink.accept(call.get());
    }
  }
}
