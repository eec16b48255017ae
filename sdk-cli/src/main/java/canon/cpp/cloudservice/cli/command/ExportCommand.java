package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.cli.output.CsvRowWriter;
import canon.cpp.cloudservice.cli.output.RowWriter;
import canon.cpp.cloudservice.cli.terminal.OutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Writes a list to a CSV file that {@code import} reads.
 *
 * @param <T> the type of the rows
 */
@Command(header = "Write the list of the site to a CSV file.")
final class ExportCommand<T> extends CloudCommand {
  private static final int PAGE = 1_000;

  @Mixin private final ExportOptions export = new ExportOptions();

  private final Function<CloudServiceClient, PagedCall<T>> list;
  private final List<Column<T>> columns;

  ExportCommand(
      Context context, Function<CloudServiceClient, PagedCall<T>> list, List<Column<T>> columns) {
    super(context);
    this.list = list;
    this.columns = columns;
  }

  @Override
  protected ExitCode run() {
    Path file = export.file();
    Path next = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try (Connection connection = context().connect()) {
      OwnerOnly.create(next);
      long rows = write(connection.client(), next);
      Path unused = Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      terminal().tell(rows + " rows: " + file);
    } catch (IOException e) {
      throw new OutputException("The file " + file, e);
    } finally {
      delete(next);
    }
    return ExitCode.OK;
  }

  private long write(CloudServiceClient client, Path file) throws IOException {
    long count = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        RowWriter<T> rows = new CsvRowWriter<>(out, columns, export.dialect())) {
      for (T row : list.apply(client).pageSize(PAGE)) {
        rows.write(row);
        count++;
      }
    }
    return count;
  }

  private static void delete(Path file) {
    try {
      boolean unused = Files.deleteIfExists(file);
    } catch (IOException e) {
      // The export itself was written, or its failure is reported.
    }
  }
}
