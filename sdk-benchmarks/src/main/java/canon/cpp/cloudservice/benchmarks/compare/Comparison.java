package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.server.CannedServer;
import canon.cpp.cloudservice.benchmarks.server.KeyStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Compares the SDK with other clients, and writes the tables of {@code docs/performance.md}, and
 * all results to {@code target/figures.txt}.
 *
 * <p>With the argument {@code short} it runs everything for a moment, writes the document to {@code
 * target}, and fails if a call of the SDK allocates more bytes, or its first call loads more
 * classes, than {@code budget.properties} allows. Times are not judged: they depend on the machine.
 *
 * <p>With the argument {@code threads} it measures only the calls of 8 threads, in more processes
 * that warm up for longer.
 */
public final class Comparison {
  private static final Path DOCUMENT = Path.of("../docs/performance.md");
  private static final Path BUDGET = Path.of("budget.properties");
  private static final Path FOLDER = Path.of("target");

  private Comparison() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(FOLDER).toAbsolutePath();
    Path keyStore = KeyStores.create(folder);
    boolean withinBudget;
    try (CannedServer http = CannedServer.start();
        CannedServer tls = CannedServer.startTls(keyStore);
        CannedServer link = CannedServer.start(LinkFork.DELAY)) {
      Plan plan = plan(arguments);
      Rounds rounds = new Rounds(plan, new Forks(keyStore), http, tls, link, folder);
      MarkedDocument document = MarkedDocument.read(DOCUMENT);
      long start = System.nanoTime();
      Figures figures = plan.equals(Plan.THREADS) ? rounds.threads() : rounds.run();
      Duration run = Duration.ofNanos(System.nanoTime() - start);
      Files.write(FOLDER.resolve("figures.txt"), figures.lines());
      for (Map.Entry<String, String> table : tables(plan, figures, run).entrySet()) {
        System.out.println(table.getValue());
        document.replace(table.getKey(), table.getValue());
      }
      document.write(plan.equals(Plan.SHORT) ? FOLDER.resolve(DOCUMENT.getFileName()) : DOCUMENT);
      withinBudget = plan.equals(Plan.THREADS) || Budget.read(BUDGET).accepts(rounds.budgeted());
    }
    if (!withinBudget) {
      System.exit(1);
    }
  }

  private static Plan plan(String[] arguments) {
    return switch (arguments.length == 0 ? "" : arguments[0]) {
      case "short" -> Plan.SHORT;
      case "threads" -> Plan.THREADS;
      default -> Plan.LONG;
    };
  }

  private static Map<String, String> tables(Plan plan, Figures figures, Duration run)
      throws IOException {
    return plan.equals(Plan.THREADS)
        ? Map.of("threads", new ThreadsTable(figures).toString())
        : new Tables(plan, figures, run).all();
  }
}
