package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.bulk.portfolio.Portfolio;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioEntry;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.portfolio.SharedAddresses;
import canon.cpp.cloudservice.http.HttpTransport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code in {@code docs/portfolio.md}. */
final class PortfolioSnippets {
  private static final Logger log = LoggerFactory.getLogger(PortfolioSnippets.class);

  private PortfolioSnippets() {}

  static void run(
      URI address,
      HttpTransport network,
      TokenProvider contosoTokens,
      PortfolioEntry fabrikam,
      Map<String, List<String>> desired) {
    PortfolioEntry contoso =
        PortfolioEntry.of(
                "contoso",
                "sit_7f3k2m",
                () -> CloudServiceClient.builder(address).transport(network).build(),
                contosoTokens)
            .removingAtMost(12)
            .timeBudget(Duration.ofMinutes(10));
    PortfolioReport report =
        Portfolio.of(List.of(contoso, fabrikam), Path.of("locks"))
            .maxConcurrency(16)
            .forEach(
                site ->
                    site.run(
                        Bulk.with(site.client())
                            .addUsers(desired.get(site.entry().name()))
                            .journal(Path.of("journals", site.entry().name() + ".jsonl"))));
    report.save(Path.of("report.json"));
  }

  static void comparing(Portfolio portfolio, Map<String, List<String>> desired) {
    SharedAddresses shared = portfolio.findSharedAddresses(desired);
    shared.entries().forEach((address, names) -> warn(names + " want the same address"));
  }

  private static void warn(String message) {
    log.warn(message);
  }
}
