package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.server.CannedServer;
import canon.cpp.cloudservice.benchmarks.server.KeyStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Compares the SDK with other clients, and writes the tables of {@code docs/performance.md}.
 *
 * <p>With the argument {@code short} it runs everything for a moment, writes the document to {@code
 * target}, and fails if a call of the SDK allocates more bytes, or its first call loads more
 * classes, than {@code budget.properties} allows. Times are not judged: they depend on the machine.
 */
public final class Comparison {
  private static final Path DOCUMENT = Path.of("../docs/performance.md");
  private static final Path BUDGET = Path.of("budget.properties");
  private static final Path FOLDER = Path.of("target");

  private Comparison() {}

  public static void main(String[] arguments) throws Exception {
    boolean brief = arguments.length > 0 && arguments[0].equals("short");
    Plan plan = brief ? Plan.SHORT : Plan.LONG;
    Path folder = Files.createDirectories(FOLDER).toAbsolutePath();
    Path keyStore = KeyStores.create(folder);
    boolean withinBudget;
    try (CannedServer http = CannedServer.start();
        CannedServer tls = CannedServer.startTls(keyStore);
        CannedServer link = CannedServer.start(LinkFork.DELAY)) {
      Rounds rounds = new Rounds(plan, new Forks(keyStore), http, tls, link, folder);
      MarkedDocument document = MarkedDocument.read(DOCUMENT);
      long start = System.nanoTime();
      Figures figures = rounds.run();
      Duration run = Duration.ofNanos(System.nanoTime() - start);
      for (Map.Entry<String, String> table : new Tables(plan, figures, run).all().entrySet()) {
        System.out.println(table.getValue());
        document.replace(table.getKey(), table.getValue());
      }
      document.write(brief ? FOLDER.resolve(DOCUMENT.getFileName()) : DOCUMENT);
      withinBudget = Budget.read(BUDGET).accepts(rounds.budgeted());
    }
    if (!withinBudget) {
      System.exit(1);
    }
  }
}
