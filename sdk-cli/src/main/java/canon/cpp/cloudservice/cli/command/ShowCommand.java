package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.exit.Failure;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.errors.RejectedException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/**
 * Shows what keys name: one result as fields, several as rows.
 *
 * @param <T> the type of the results
 */
public abstract class ShowCommand<T> extends CloudCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "KEY",
      description = "E-mail addresses, serial numbers of printers, or ids.")
  private List<String> keys = new ArrayList<>();

  /** Creates the command. */
  protected ShowCommand(Context context) {
    super(context);
  }

  @Override
  protected final ExitCode run() {
    List<String> typed = Keys.check(keys);
    try (Connection connection = context().connect()) {
      if (typed.size() == 1) {
        context().printOne(columns(), get(connection.client(), typed.get(0)));
        return ExitCode.OK;
      }
      return all(connection.client(), typed);
    }
  }

  private ExitCode all(CloudServiceClient client, List<String> typed) {
    ExitCode code = ExitCode.OK;
    try (RowWriter<T> rows = context().rows(columns())) {
      for (String key : typed) {
        try {
          rows.write(get(client, key));
        } catch (RejectedException e) {
          Failure failure = Failure.of(e);
          if (failure.code() != ExitCode.REJECTED) {
            throw e;
          }
          terminal().tell("cloudservice: " + key + ": " + failure.message());
          code = code.and(failure.code());
        }
      }
    }
    return code;
  }

  /** Returns what a key names. */
  protected abstract T get(CloudServiceClient client, String key);

  /** Returns the columns of the output. */
  protected abstract List<Column<T>> columns();
}
