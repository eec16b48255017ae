package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Client;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.net.URI;
import java.time.Duration;

/**
 * A process that runs scenarios with one client. Arguments: the peer, the address, the times of
 * warm-up and measurement in milliseconds, and the scenarios.
 */
final class CallFork {
  private static final int IN_FLIGHT = 64;

  private CallFork() {}

  public static void main(String[] arguments) throws Exception {
    Peer peer = Peer.valueOf(arguments[0]);
    URI address = URI.create(arguments[1]);
    Load load =
        new Load(
            Duration.ofMillis(Long.parseLong(arguments[2])),
            Duration.ofMillis(Long.parseLong(arguments[3])));
    try (Client client = peer.connect(address)) {
      for (int i = 4; i < arguments.length; i++) {
        Scenario scenario = Scenario.valueOf(arguments[i]);
        Cost cost =
            scenario.threads() == 0
                ? load.inFlight(IN_FLIGHT, client::getAsync)
                : load.inThreads(scenario.threads(), () -> scenario.call(client));
        System.out.println(scenario + " " + cost);
      }
    }
    // Some clients have threads that would keep the process for a minute.
    System.exit(0);
  }
}
