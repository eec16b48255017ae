package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.compare.Rounds.Protocol;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.util.List;
import java.util.Locale;

/** Writes the goals of calls of 8 threads as a table of Markdown. */
final class ThreadsTable {
  private final Figures figures;

  ThreadsTable(Figures figures) {
    this.figures = figures;
  }

  @Override
  public String toString() {
    MarkdownTable table =
        new MarkdownTable("get, 8 threads, time by", List.of("goal", "HTTP", "TLS"));
    row(
        table,
        "SDK on `HttpClient` by the better bare `HttpClient`",
        "≤ 1.3",
        Peer.SDK_HTTP_CLIENT,
        List.of(Peer.HTTP_CLIENT_DIRECT, Peer.HTTP_CLIENT));
    row(
        table,
        "SDK on `HttpClient` by the generated native client",
        "< 1",
        Peer.SDK_HTTP_CLIENT,
        List.of(Peer.GENERATED_NATIVE));
    row(
        table,
        "SDK on `HttpURLConnection` by the call by hand",
        "≤ 1.3",
        Peer.SDK_URL_CONNECTION,
        List.of(Peer.URL_CONNECTION));
    return table.toString();
  }

  private void row(MarkdownTable table, String name, String goal, Peer sdk, List<Peer> floors) {
    table.row(
        name, List.of(goal, ratio(Protocol.HTTP, sdk, floors), ratio(Protocol.TLS, sdk, floors)));
  }

  private String ratio(Protocol protocol, Peer sdk, List<Peer> floors) {
    double floor = floors.stream().mapToDouble(peer -> time(protocol, peer)).min().orElseThrow();
    return String.format(Locale.ROOT, "%.2f", time(protocol, sdk) / floor);
  }

  private double time(Protocol protocol, Peer peer) {
    return figures.median("call", protocol, Scenario.GET_8_THREADS, peer, "time");
  }
}
