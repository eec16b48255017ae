package canon.cpp.cloudservice.cli.command.portfolio;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands for several sites. */
final class SiteOptions {
  @Option(
      names = "--sites",
      paramLabel = "NAME",
      split = ",",
      description = "Sections of the configuration file. Default: all.")
  private List<String> sites = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON (docs/portfolio.md).")
  private @Nullable Path report;

  List<String> sites() {
    return sites;
  }

  @Nullable Path report() {
    return report;
  }
}
