package canon.cpp.cloudservice.cli.command.bulk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all jobs. */
public final class JobOptions {
  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "The result file: the input with result, code, request_id and remedy; - for standard"
              + " output. Default: beside the input, with the ending .result.csv.")
  private @Nullable Path results;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "The journal from which the job continues. Default: one in the state folder of the user,"
              + " chosen by site, operation and input.")
  private @Nullable Path journal;

  @Option(names = "--as-other-account", description = "Continue a job that another account began.")
  private boolean otherAccount;

  @Nullable Path results() {
    return results;
  }

  @Nullable Path journal() {
    return journal;
  }

  boolean otherAccount() {
    return otherAccount;
  }
}
