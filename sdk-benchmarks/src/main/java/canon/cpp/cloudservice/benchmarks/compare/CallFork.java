package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Client;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * A process that runs scenarios with one client, after a warm-up with all of them. Arguments: the
 * peer, the address, the {@link Times} and the scenarios.
 */
final class CallFork {
  private static final int IN_FLIGHT = 64;

  private CallFork() {}

  public static void main(String[] arguments) throws Exception {
    Peer peer = Peer.valueOf(arguments[0]);
    URI address = URI.create(arguments[1]);
    Load load = new Load(Times.parse(arguments, 2));
    List<Scenario> scenarios =
        Arrays.stream(arguments).skip(2 + Times.ARGUMENTS).map(Scenario::valueOf).toList();
    try (Client client = peer.connect(address)) {
      for (Scenario scenario : scenarios) {
        Load.Sink.accept(result(Load.REHEARSAL, scenario, client));
      }
      warmUp(load, scenarios, client);
      for (Scenario scenario : scenarios) {
        System.out.println(result(load, scenario, client));
      }
    }
    // Some clients have threads that would keep the process for a minute.
    System.exit(0);
  }

  private static String result(Load load, Scenario scenario, Client client) throws Exception {
    return scenario + " " + fastest(load, scenario, client);
  }

  /** Other load, and a compiler that is not done yet, only ever add time. */
  private static Cost fastest(Load load, Scenario scenario, Client client) throws Exception {
    Cost fastest = measure(load, scenario, client);
    for (int i = 1; i < scenario.samples(); i++) {
      Cost next = measure(load, scenario, client);
      fastest = next.micros() < fastest.micros() ? next : fastest;
    }
    return fastest;
  }

  private static Cost measure(Load load, Scenario scenario, Client client) throws Exception {
    return scenario.isAsynchronous()
        ? load.inFlight(IN_FLIGHT, client::getAsync)
        : load.inThreads(scenario.threads(), () -> scenario.call(client));
  }

  private static void warmUp(Load load, List<Scenario> scenarios, Client client) throws Exception {
    Mix mix = new Mix();
    for (Scenario scenario : scenarios) {
      mix.add(scenario.warmupCalls(), () -> scenario.call(client));
    }
    load.warmUp(Load.WARMUP_THREADS, mix);
    if (scenarios.stream().anyMatch(Scenario::isAsynchronous)) {
      load.warmUpInFlight(IN_FLIGHT, client::getAsync);
    }
  }
}
