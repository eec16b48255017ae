package canon.cpp.cloudservice.cli.command.portfolio;

import canon.cpp.cloudservice.bulk.portfolio.Portfolio;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import canon.cpp.cloudservice.bulk.portfolio.SiteResult;
import canon.cpp.cloudservice.cli.command.CloudCommand;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.bulk.Interruption;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.exit.Failure;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Does the same at several sites. A failure at one of them does not stop the others. */
public abstract class PortfolioCommand extends CloudCommand {
  @Mixin private final SiteOptions siteOptions = new SiteOptions();

  private final Map<String, ExitCode> incomplete = new ConcurrentHashMap<>();

  PortfolioCommand(Context context) {
    super(context);
  }

  final SiteOptions siteOptions() {
    return siteOptions;
  }

  /** Notes what an unfinished job at a site means. */
  final void note(String site, ExitCode code) {
    incomplete.put(site, code);
  }

  final Portfolio portfolio(Sites sites) {
    Path unused = OwnerOnly.folder(context().folders().state());
    return Portfolio.of(
        sites.entries(), OwnerOnly.folder(context().folders().state().resolve("locks")));
  }

  /** Works at all sites, and shows one row for each. */
  final ExitCode run(Portfolio portfolio, Consumer<PortfolioSite> work) {
    Interruption interruption = Interruption.ofThisThread();
    try {
      PortfolioReport report = portfolio.forEach(work);
      boolean unused = Thread.interrupted(); // So that the report can be written.
      Path file = siteOptions.report();
      if (file != null) {
        report.save(file);
      }
      try (RowWriter<SiteResult> rows = context().rows(columns())) {
        report.sites().forEach(rows::write);
      }
      return ExitCode.mostImportant(report.sites().stream().map(this::code).toList());
    } finally {
      interruption.ended();
    }
  }

  private ExitCode code(SiteResult site) {
    return switch (site.outcome()) {
      case DONE -> ExitCode.OK;
      case INCOMPLETE -> incomplete.getOrDefault(site.name(), ExitCode.FAILURE);
      case FAILED -> failure(site.failure());
      case WRONG_SITE -> ExitCode.WRONG_SITE;
      case LOCKED -> ExitCode.UNREACHABLE;
      case TIMED_OUT -> ExitCode.UNKNOWN;
      case CANCELLED -> ExitCode.INTERRUPTED;
    };
  }

  private static ExitCode failure(@Nullable Throwable failure) {
    return failure == null ? ExitCode.FAILURE : Failure.of(failure).code();
  }

  private static List<Column<SiteResult>> columns() {
    return List.of(
        new Column<>("site", SiteResult::name),
        new Column<>("site_id", SiteResult::siteId),
        new Column<>("outcome", site -> site.outcome().name().toLowerCase(Locale.ROOT)),
        new Column<>("message", PortfolioCommand::message));
  }

  /** Says what a failure means, which the report of the library only names. */
  private static @Nullable String message(SiteResult site) {
    Throwable failure = site.failure();
    return failure == null ? site.message() : Failure.of(failure).message();
  }
}
