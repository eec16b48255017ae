package canon.cpp.cloudservice.cli.command.portfolio;

import canon.cpp.cloudservice.bulk.Bulk;
import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioSite;
import canon.cpp.cloudservice.cli.command.Context;
import canon.cpp.cloudservice.cli.command.bulk.JobJournal;
import canon.cpp.cloudservice.cli.command.bulk.JobKind;
import canon.cpp.cloudservice.cli.command.bulk.JobReport;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.InputFile;
import canon.cpp.cloudservice.cli.input.InputOptions;
import canon.cpp.cloudservice.cli.input.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The CSV files of the sites. All are read once before anything is sent. */
final class SiteInputs implements AutoCloseable {
  private final Path folder;
  private final Map<String, InputFile> files = new LinkedHashMap<>();

  private SiteInputs(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the files that exist.
   *
   * @throws CommandException if there is none, or a line is wrong
   */
  static SiteInputs open(Path folder, Collection<String> names, InputOptions options) {
    SiteInputs inputs = new SiteInputs(folder);
    try {
      for (String name : names) {
        Path file = folder.resolve(name + ".csv");
        if (Files.exists(file)) {
          inputs.files.put(name, InputFile.open(file, options, JobKind.USERS.columns()));
        }
      }
      if (inputs.files.isEmpty()) {
        throw CommandException.usage(
            "The folder "
                + folder
                + " has no file that is named like a section, such as NAME.csv.");
      }
      return inputs;
    } catch (RuntimeException e) {
      inputs.close();
      throw e;
    }
  }

  Set<String> names() {
    return files.keySet();
  }

  Map<String, List<String>> addresses() {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    files.forEach(
        (name, file) -> {
          List<String> keys = new ArrayList<>();
          file.keys().forEach(keys::add);
          addresses.put(name, keys);
        });
    return addresses;
  }

  /** Adds the users of a site, and writes the results beside the input. */
  ExitCode add(PortfolioSite site, Context context) {
    String name = site.entry().name();
    InputFile input = input(name);
    JobJournal journal =
        JobJournal.of(
            null, context.folders().journals(site.entry().siteId()), "add-users", input.digest());
    BulkReport report =
        site.run(Bulk.with(site.client()).addUsers(input.keys()).journal(journal.file()));
    try (Stream<BulkItem> items = report.items()) {
      ResultFile.write(folder.resolve(name + ".result.csv"), input, items);
    }
    if (!JobReport.isToContinue(report)) {
      journal.finished(context.terminal().clock());
    }
    return JobReport.code(report);
  }

  private InputFile input(String name) {
    InputFile input = files.get(name);
    if (input == null) {
      throw new IllegalStateException("There is no input for " + name);
    }
    return input;
  }

  @Override
  public void close() {
    files.values().forEach(InputFile::close);
  }
}
