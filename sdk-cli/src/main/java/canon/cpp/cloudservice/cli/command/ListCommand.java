package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.RowWriter;
import java.util.List;

/**
 * Prints a list page by page.
 *
 * @param <T> the type of the rows
 */
public abstract class ListCommand<T> extends CloudCommand {
  private static final int PAGE = 1_000;

  /** Creates the command. */
  protected ListCommand(Context context) {
    super(context);
  }

  @Override
  protected final ExitCode run() {
    try (Connection connection = context().connect();
        RowWriter<T> rows = context().rows(columns())) {
      for (T row : list(connection.client()).pageSize(PAGE)) {
        rows.write(row);
      }
    }
    return ExitCode.OK;
  }

  /** Returns the list. */
  protected abstract PagedCall<T> list(CloudServiceClient client);

  /** Returns the columns of the output. */
  protected abstract List<Column<T>> columns();
}
