package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Peer;
import canon.cpp.cloudservice.benchmarks.server.CannedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the processes, so that all clients are measured in each round, one after the other. */
final class Rounds {
  /** How the server is reached. */
  enum Protocol {
    /** HTTP/1.1 without TLS. */
    HTTP,
    /** HTTP/2 over TLS, or HTTP/1.1 for clients without HTTP/2. */
    TLS
  }

  private static final List<Integer> DECODED_USERS = List.of(0, 100);

  /** The scenarios with a goal for the bytes. */
  static final List<Scenario> ONE_THREAD =
      List.of(Scenario.GET, Scenario.ADD, Scenario.LIST_100, Scenario.LIST_1000);

  /** The scenario and clients whose time is close to its goal. */
  private static final List<Scenario> TIMED = List.of(Scenario.GET_8_THREADS);

  private static final Set<Peer> TIMED_PEERS =
      EnumSet.of(
          Peer.SDK_HTTP_CLIENT,
          Peer.HTTP_CLIENT_DIRECT,
          Peer.HTTP_CLIENT,
          Peer.GENERATED_NATIVE,
          Peer.SDK_URL_CONNECTION,
          Peer.URL_CONNECTION);

  private static final Set<Peer> TIMED_COLD_STARTS =
      EnumSet.of(
          Peer.SDK_HTTP_CLIENT,
          Peer.SDK_URL_CONNECTION,
          Peer.URL_CONNECTION,
          Peer.GENERATED_NATIVE,
          Peer.GENERATED_RETROFIT,
          Peer.GENERATED_FEIGN);

  private final Plan plan;
  private final Forks forks;
  private final Map<Protocol, CannedServer> servers = new EnumMap<>(Protocol.class);
  private final CannedServer link;
  private final Figures figures = new Figures();
  private final ColdStarts coldStarts;

  Rounds(
      Plan plan, Forks forks, CannedServer http, CannedServer tls, CannedServer link, Path folder) {
    this.plan = plan;
    this.forks = forks;
    this.link = link;
    this.coldStarts = new ColdStarts(forks, figures, folder);
    servers.put(Protocol.HTTP, http);
    servers.put(Protocol.TLS, tls);
  }

  Figures run() throws IOException, InterruptedException {
    countClasses();
    calls();
    standIns();
    for (int round = 1; round <= plan.rounds(); round++) {
      System.out.println("round " + round + " of " + plan.rounds());
      lists();
      coldStarts(round == 1);
    }
    for (int i = 1; i <= plan.decodings(); i++) {
      decode(i == 1);
    }
    bursts();
    return figures;
  }

  private void calls() throws IOException, InterruptedException {
    for (Protocol protocol : Protocol.values()) {
      for (Peer peer : Peer.CLIENTS) {
        call(protocol, peer, List.of(Scenario.values()));
      }
    }
    call(Protocol.HTTP, Peer.HTTP_CLIENT_SDK_HEADERS, ONE_THREAD);
  }

  /** Measures only the calls of 8 threads, in as many processes as the plan has rounds. */
  Figures threads() throws IOException, InterruptedException {
    for (int round = 1; round <= plan.rounds(); round++) {
      System.out.println("round " + round + " of " + plan.rounds());
      for (Protocol protocol : Protocol.values()) {
        for (Peer peer : TIMED_PEERS) {
          call(protocol, peer, TIMED);
        }
      }
    }
    return figures;
  }

  private void call(Protocol protocol, Peer peer, List<Scenario> scenarios)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(peer.name(), address(protocol)));
    arguments.addAll(plan.calls().arguments());
    for (Scenario scenario : scenarios) {
      if (peer.isAsynchronous() || !scenario.isAsynchronous()) {
        arguments.add(scenario.name());
      }
    }
    for (String line : forks.run(CallFork.class, arguments).lines()) {
      String[] parts = line.split(" ", 2);
      figures.add(Cost.parse(parts[1]), "call", protocol, parts[0], peer);
    }
  }

  /** Returns what the budget limits: classes of a first call, and bytes of calls after warm-up. */
  Map<String, Double> budgeted() throws IOException, InterruptedException {
    Map<String, Double> result = new LinkedHashMap<>();
    for (Peer peer : List.of(Peer.SDK_HTTP_CLIENT, Peer.SDK_URL_CONNECTION)) {
      result.put(peer + ".CLASSES", figures.median("classes", Protocol.HTTP, peer));
      List<String> arguments = new ArrayList<>(List.of(peer.name(), address(Protocol.HTTP)));
      arguments.addAll(Plan.BYTES.arguments());
      arguments.addAll(List.of("GET", "ADD", "LIST_100", "LIST_1000"));
      for (String line : forks.run(CallFork.class, arguments).lines()) {
        String[] parts = line.split(" ", 2);
        result.put(peer + "." + parts[0], Cost.parse(parts[1]).bytes());
      }
    }
    return result;
  }

  private void decode(boolean all) throws IOException, InterruptedException {
    for (DecodeFork.Decoder decoder : DecodeFork.Decoder.values()) {
      if (!all && decoder == DecodeFork.Decoder.DATABIND) {
        continue;
      }
      List<String> arguments = new ArrayList<>(List.of(decoder.name()));
      arguments.addAll(plan.others().arguments());
      DECODED_USERS.forEach(users -> arguments.add(String.valueOf(users)));
      for (String line : forks.run(DecodeFork.class, arguments).lines()) {
        String[] parts = line.split(" ", 2);
        figures.add(Cost.parse(parts[1]), "decode", parts[0], decoder);
      }
    }
  }

  private void standIns() throws IOException, InterruptedException {
    for (FakeFork.StandIn standIn : FakeFork.StandIn.values()) {
      List<String> arguments = new ArrayList<>(List.of(standIn.name()));
      arguments.addAll(plan.others().arguments());
      for (String line : forks.run(FakeFork.class, arguments).lines()) {
        String[] parts = line.split(" ", 2);
        if (parts[0].equals("START")) {
          figures.add(Double.parseDouble(parts[1]), "fake", "START", standIn);
        } else {
          figures.add(Cost.parse(parts[1]), "fake", parts[0], standIn);
        }
      }
    }
  }

  private void lists() throws IOException, InterruptedException {
    for (String transport : List.of("jdk", "urlConnection")) {
      List<String> arguments =
          new ArrayList<>(List.of(link.address().toString(), address(Protocol.HTTP), transport));
      arguments.addAll(plan.others().arguments());
      List<String> millis = forks.run(LinkFork.class, arguments).lines();
      figures.add(Double.parseDouble(millis.get(0)), "list", transport, "plain");
      figures.add(Double.parseDouble(millis.get(1)), "list", transport, "prefetch");
    }
  }

  private void bursts() throws IOException, InterruptedException {
    String port = String.valueOf(servers.get(Protocol.TLS).address().getPort());
    for (Peer peer : BurstFork.PEERS) {
      List<String> arguments = List.of(peer.name(), port, String.valueOf(plan.rounds()));
      List<String> lines = forks.run(BurstFork.class, arguments).lines();
      figures.add(Double.parseDouble(lines.get(0)), "burst", peer, "connections");
      figures.add(Double.parseDouble(lines.get(1)), "burst", peer, "time");
    }
  }

  private void countClasses() throws IOException, InterruptedException {
    for (Protocol protocol : Protocol.values()) {
      for (Peer peer : Peer.CLIENTS) {
        coldStarts.countClasses(protocol, peer, address(protocol));
      }
    }
  }

  private void coldStarts(boolean all) throws IOException, InterruptedException {
    for (Map.Entry<Integer, Path> jdk : plan.jdks().entrySet()) {
      for (Protocol protocol : Protocol.values()) {
        for (Peer peer : all ? Peer.CLIENTS : TIMED_COLD_STARTS) {
          coldStarts.measure(jdk.getKey(), jdk.getValue(), protocol, peer, address(protocol));
        }
      }
    }
  }

  private String address(Protocol protocol) {
    return servers.get(protocol).address().toString();
  }
}
