package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.compare.Rounds.Protocol;
import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes figures as tables of Markdown. */
final class Tables {
  private static final Peer FLOOR = Peer.HTTP_CLIENT_DIRECT;
  private static final List<Scenario> ONE_THREAD = Rounds.ONE_THREAD;

  private final Plan plan;
  private final Figures figures;
  private final Duration run;

  /** Creates the tables of figures that a run of the given duration has measured. */
  Tables(Plan plan, Figures figures, Duration run) {
    this.plan = plan;
    this.figures = figures;
    this.run = run;
  }

  /** Returns the tables by the names of their places in the document. */
  Map<String, String> all() throws IOException {
    Map<String, String> result = new LinkedHashMap<>();
    result.put("method", method());
    result.put("goals", goals());
    result.put("bytes", bytes());
    result.put("times", times());
    result.put("rates", rates());
    result.put("processor", processor());
    result.put("bursts", bursts());
    result.put("decode", decode());
    result.put("lists", lists());
    result.put("cold", cold());
    result.put("fake", fake());
    return result;
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        "JDK %s, %d processors, %d rounds, %.0f minutes. The largest and the smallest time of a cold"
            + " start that was measured in each round are %.0f %% apart (median).%n",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        plan.rounds(),
        run.toSeconds() / 60.0,
        100 * figures.spread("cold", "time"));
  }

  private String goals() throws IOException {
    MarkdownTable table = new MarkdownTable("ratio", List.of("goal", "measured"));
    for (Protocol protocol : Protocol.values()) {
      String over = title(protocol);
      goal(
          table,
          "get, 64 in flight, " + over + ": rate by bare `sendAsync`",
          "≥ 0.9",
          Math.min(
                  time(protocol, Scenario.GET_64_IN_FLIGHT, Peer.HTTP_CLIENT_DIRECT),
                  time(protocol, Scenario.GET_64_IN_FLIGHT, Peer.HTTP_CLIENT))
              / time(protocol, Scenario.GET_64_IN_FLIGHT, Peer.SDK_HTTP_CLIENT));
    }
    for (Scenario scenario : ONE_THREAD) {
      goal(
          table,
          title(scenario) + ": bytes by `HttpClient` by hand",
          "≤ 1.15",
          bytes(scenario, Peer.SDK_HTTP_CLIENT) / bytes(scenario, Peer.HTTP_CLIENT_DIRECT));
      goal(
          table,
          title(scenario) + ": bytes by `HttpClient` by hand, with the SDK's headers",
          "≤ 1.15",
          bytes(scenario, Peer.SDK_HTTP_CLIENT) / bytes(scenario, Peer.HTTP_CLIENT_SDK_HEADERS));
      goal(
          table,
          title(scenario) + ": bytes by `HttpURLConnection` by hand",
          "≤ 1.15",
          bytes(scenario, Peer.SDK_URL_CONNECTION) / bytes(scenario, Peer.URL_CONNECTION));
    }
    for (int users : List.of(100, 0)) {
      String decoding = users == 0 ? "decoding one user: " : "decoding a page of 100: ";
      goal(table, decoding + "time by the decoder by hand", "≤ 1.3", decodeRatio(users, "threads"));
      goal(table, decoding + "bytes by the decoder by hand", "≤ 1.25", decodeRatio(users, "bytes"));
    }
    for (String transport : List.of("jdk", "urlConnection")) {
      String name = transport.equals("jdk") ? "`HttpClient`" : "`HttpURLConnection`";
      goal(
          table,
          "list over a slow link, `prefetch()`, " + name + ": time by the ideal",
          "≤ 1.2",
          figures.median("list", transport, "prefetch") / LinkFork.IDEAL.toMillis());
    }
    for (Integer jdk : plan.jdks().keySet()) {
      for (Protocol protocol : Protocol.values()) {
        coldGoals(table, jdk, protocol);
      }
    }
    return table.toString();
  }

  private void coldGoals(MarkdownTable table, int jdk, Protocol protocol) {
    String start = "cold start, JDK " + jdk + ", " + title(protocol) + ": ";
    double sdk = cold(jdk, protocol, Peer.SDK_URL_CONNECTION);
    goal(
        table,
        start + "`HttpURLConnection` by its floor",
        "≤ 1.3",
        sdk / cold(jdk, protocol, Peer.URL_CONNECTION));
    double generated =
        Math.min(
            cold(jdk, protocol, Peer.GENERATED_NATIVE),
            Math.min(
                cold(jdk, protocol, Peer.GENERATED_RETROFIT),
                cold(jdk, protocol, Peer.GENERATED_FEIGN)));
    goal(
        table,
        start + "`HttpURLConnection` by the fastest generated client",
        "< 1",
        sdk / generated);
    goal(
        table,
        start + "`HttpClient` by the generated native client",
        "< 1",
        cold(jdk, protocol, Peer.SDK_HTTP_CLIENT) / cold(jdk, protocol, Peer.GENERATED_NATIVE));
  }

  private static void goal(MarkdownTable table, String name, String goal, double measured) {
    table.row(name, List.of(goal, String.format(Locale.ROOT, "%.2f", measured)));
  }

  private String bytes() {
    return bytes(Protocol.HTTP) + "\n" + bytes(Protocol.TLS);
  }

  private String bytes(Protocol protocol) {
    MarkdownTable table =
        new MarkdownTable("kB for each call, " + title(protocol), titles(ONE_THREAD));
    for (Peer peer : protocol == Protocol.HTTP ? List.of(Peer.values()) : Peer.CLIENTS) {
      List<String> cells = new ArrayList<>();
      for (Scenario scenario : ONE_THREAD) {
        cells.add(kilobytes(figures.median("call", protocol, scenario, peer, "bytes")));
      }
      table.row(peer.title(), cells);
    }
    return table.toString();
  }

  private String times() {
    return times(Protocol.HTTP) + "\n" + times(Protocol.TLS);
  }

  private String times(Protocol protocol) {
    MarkdownTable table =
        new MarkdownTable("time of one call, one thread, " + title(protocol), titles(ONE_THREAD));
    for (Peer peer : Peer.CLIENTS) {
      List<String> cells = new ArrayList<>();
      for (Scenario scenario : ONE_THREAD) {
        cells.add(timeRatio(protocol, scenario, peer));
      }
      table.row(peer.title(), cells);
    }
    return table.toString();
  }

  private String timeRatio(Protocol protocol, Scenario scenario, Peer peer) {
    double floor = time(protocol, scenario, FLOOR);
    return peer == FLOOR
        ? String.format(Locale.ROOT, "1 (%.0f µs)", floor)
        : String.format(Locale.ROOT, "%.2f", time(protocol, scenario, peer) / floor);
  }

  private String rates() {
    MarkdownTable table =
        new MarkdownTable(
            "calls for each second (more is better)",
            List.of("8 threads", "8 threads, TLS", "64 in flight", "64 in flight, TLS"));
    for (Peer peer : Peer.CLIENTS) {
      table.row(
          peer.title(),
          List.of(
              rate(Protocol.HTTP, Scenario.GET_8_THREADS, peer),
              rate(Protocol.TLS, Scenario.GET_8_THREADS, peer),
              rate(Protocol.HTTP, Scenario.GET_64_IN_FLIGHT, peer),
              rate(Protocol.TLS, Scenario.GET_64_IN_FLIGHT, peer)));
    }
    return table.toString();
  }

  private String rate(Protocol protocol, Scenario scenario, Peer peer) {
    if (!figures.has("call", protocol, scenario, peer, "time")) {
      return "–";
    }
    double floor = time(protocol, scenario, FLOOR);
    return peer == FLOOR
        ? String.format(Locale.ROOT, "1 (%.1f k)", 1e3 / floor)
        : String.format(Locale.ROOT, "%.2f", floor / time(protocol, scenario, peer));
  }

  private String processor() {
    MarkdownTable table =
        new MarkdownTable(
            "processor time of the client for each get", List.of("8 threads", "8 threads, TLS"));
    for (Peer peer : Peer.CLIENTS) {
      table.row(
          peer.title(),
          List.of(processorRatio(Protocol.HTTP, peer), processorRatio(Protocol.TLS, peer)));
    }
    return table.toString();
  }

  private String processorRatio(Protocol protocol, Peer peer) {
    double floor = figures.median("call", protocol, Scenario.GET_8_THREADS, FLOOR, "processor");
    return peer == FLOOR
        ? String.format(Locale.ROOT, "1 (%.0f µs)", floor)
        : String.format(
            Locale.ROOT,
            "%.2f",
            figures.median("call", protocol, Scenario.GET_8_THREADS, peer, "processor") / floor);
  }

  private String bursts() {
    MarkdownTable table =
        new MarkdownTable("64 first calls, TLS, 20 ms", List.of("connections", "time of all"));
    for (Peer peer : BurstFork.PEERS) {
      table.row(
          peer.title(),
          List.of(
              String.format(Locale.ROOT, "%.0f", figures.median("burst", peer, "connections")),
              String.format(Locale.ROOT, "%.0f ms", figures.median("burst", peer, "time"))));
    }
    return table.toString();
  }

  private String decode() {
    MarkdownTable table =
        new MarkdownTable(
            "", List.of("a user of a page of 100: time", "bytes", "one user: time", "bytes"));
    for (DecodeFork.Decoder decoder : DecodeFork.Decoder.values()) {
      table.row(
          decoder.title(),
          List.of(
              decodeCell(100, decoder, "threads"),
              decodeCell(100, decoder, "bytes"),
              decodeCell(0, decoder, "threads"),
              decodeCell(0, decoder, "bytes")));
    }
    return table.toString();
  }

  private String decodeCell(int users, DecodeFork.Decoder decoder, String unit) {
    double floor = figures.median("decode", users, DecodeFork.Decoder.HAND_WRITTEN, unit);
    if (decoder != DecodeFork.Decoder.HAND_WRITTEN) {
      return String.format(
          Locale.ROOT, "%.2f", figures.median("decode", users, decoder, unit) / floor);
    }
    double each = floor / Math.max(1, users);
    return unit.equals("bytes")
        ? String.format(Locale.ROOT, "1 (%.0f B)", each)
        : String.format(Locale.ROOT, "1 (%.0f ns)", each * 1e3);
  }

  private double decodeRatio(int users, String unit) {
    return figures.median("decode", users, DecodeFork.Decoder.SDK, unit)
        / figures.median("decode", users, DecodeFork.Decoder.HAND_WRITTEN, unit);
  }

  private String lists() {
    MarkdownTable table = new MarkdownTable("", List.of("page by page", "with `prefetch()`"));
    table.row("**SDK on `HttpClient`**", listCells("jdk"));
    table.row("**SDK on `HttpURLConnection`**", listCells("urlConnection"));
    return table.toString();
  }

  private List<String> listCells(String transport) {
    return List.of(listRatio(transport, "plain"), listRatio(transport, "prefetch"));
  }

  private String listRatio(String transport, String way) {
    double ideal = LinkFork.IDEAL.toMillis();
    return String.format(Locale.ROOT, "%.2f", figures.median("list", transport, way) / ideal);
  }

  private String cold() throws IOException {
    List<String> columns = new ArrayList<>();
    for (Integer jdk : plan.jdks().keySet()) {
      columns.addAll(List.of("JDK " + jdk, "JDK " + jdk + ", TLS"));
    }
    columns.addAll(List.of("classes", "classes, TLS"));
    MarkdownTable table = new MarkdownTable("to the first decoded user", columns);
    for (Peer peer : Peer.CLIENTS) {
      List<String> cells = new ArrayList<>();
      for (Integer jdk : plan.jdks().keySet()) {
        for (Protocol protocol : Protocol.values()) {
          cells.add(String.format(Locale.ROOT, "%.0f ms", cold(jdk, protocol, peer)));
        }
      }
      for (Protocol protocol : Protocol.values()) {
        double classes = figures.median("classes", protocol, peer);
        cells.add(String.format(Locale.ROOT, "%.0f", classes));
      }
      table.row(peer.title(), cells);
    }
    return table.toString();
  }

  private double cold(int jdk, Protocol protocol, Peer peer) {
    return figures.median("cold", jdk, protocol, peer, "time");
  }

  private String fake() {
    MarkdownTable table =
        new MarkdownTable(
            "",
            List.of(
                "warm start to the first response",
                "a get, one thread",
                "gets a second, 8 threads"));
    for (FakeFork.StandIn standIn : FakeFork.StandIn.values()) {
      table.row(
          standIn.title(),
          List.of(
              String.format(Locale.ROOT, "%.1f ms", figures.median("fake", "START", standIn)),
              String.format(
                  Locale.ROOT, "%.0f µs", figures.median("fake", "ONE_THREAD", standIn, "time")),
              String.format(
                  Locale.ROOT,
                  "%.1f k",
                  1e3 / figures.median("fake", "EIGHT_THREADS", standIn, "time"))));
    }
    return table.toString();
  }

  private double time(Protocol protocol, Scenario scenario, Peer peer) {
    return figures.median("call", protocol, scenario, peer, "time");
  }

  private double bytes(Scenario scenario, Peer peer) {
    return figures.median("call", Protocol.HTTP, scenario, peer, "bytes");
  }

  private static String kilobytes(double bytes) {
    return String.format(Locale.ROOT, bytes < 100_000 ? "%.1f" : "%.0f", bytes / 1e3);
  }

  private static String title(Protocol protocol) {
    return switch (protocol) {
      case HTTP -> "HTTP";
      case TLS -> "TLS";
    };
  }

  private static List<String> titles(List<Scenario> scenarios) {
    return scenarios.stream().map(Tables::title).toList();
  }

  private static String title(Scenario scenario) {
    return switch (scenario) {
      case GET -> "get";
      case ADD -> "add";
      case LIST_100 -> "list of 100";
      case LIST_1000 -> "list of 1,000";
      case GET_8_THREADS -> "get, 8 threads";
      case GET_64_IN_FLIGHT -> "get, 64 in flight";
    };
  }
}
