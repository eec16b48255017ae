package canon.cpp.cloudservice.cli.command.portfolio;

import canon.cpp.cloudservice.bulk.portfolio.Portfolio;
import canon.cpp.cloudservice.bulk.portfolio.SharedAddresses;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds the users of one CSV file for each site. */
@Command(
    header = "Add the users of one CSV file for each site.",
    description =
        "The file of the section [bedford] is bedford.csv in the folder, and its results are"
            + " bedford.result.csv. Sections without a file are left out. Nothing is added if two"
            + " sites want the same address. The same command continues what was interrupted.")
public final class PortfolioImport extends PortfolioCommand {
  @Mixin private final InputOptions inputOptions = new InputOptions();

  @Parameters(paramLabel = "FOLDER", description = "The folder with the files.")
  private Path folder = Path.of("");

  /** Creates the command. */
  public PortfolioImport(Context context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    try (SiteInputs inputs =
            SiteInputs.open(folder, Sites.names(context(), siteOptions().sites()), inputOptions);
        Sites sites = Sites.open(context(), inputs.names())) {
      Portfolio portfolio = portfolio(sites);
      checkShared(portfolio.findSharedAddresses(inputs.addresses()));
      return run(
          portfolio,
          site -> {
            ExitCode code = inputs.add(site, context());
            note(site.entry().name(), code);
          });
    }
  }

  private void checkShared(SharedAddresses shared) {
    if (shared.isEmpty()) {
      return;
    }
    Map<String, ?> sorted = new TreeMap<>(shared.entries());
    sorted.forEach((address, names) -> terminal().tell(address + ": " + names));
    throw CommandException.usage(
        "An account belongs to one site, but several sites want the addresses above. Nothing was"
            + " added. Remove them from all files but one.");
  }
}
