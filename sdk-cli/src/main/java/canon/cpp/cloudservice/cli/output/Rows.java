package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.cli.terminal.StandardStream;
import canon.cpp.cloudservice.cli.terminal.Terminal;
import java.util.List;

/** Prints rows in the format that the user wants. */
public final class Rows {
  private Rows() {}

  /** Returns a writer to standard output. */
  public static <T> RowWriter<T> to(
      Terminal terminal, OutputFormat format, List<Column<T>> columns) {
    return switch (format) {
      case TABLE ->
          new TableWriter<>(
              terminal.out(), columns, new Style(terminal.hasColour(StandardStream.OUT)));
      case JSON -> new JsonWriter<>(terminal.out(), columns, true);
      case JSONL -> new JsonWriter<>(terminal.out(), columns, false);
      case CSV -> new CsvRowWriter<>(terminal.out(), columns, CsvDialect.plain());
    };
  }

  /** Prints one result: as lines of name and value, or as one JSON object. */
  public static <T> void printOne(
      Terminal terminal, OutputFormat format, List<Column<T>> columns, T row) {
    switch (format) {
      case TABLE ->
          Fields.print(
              terminal.out(), columns, row, new Style(terminal.hasColour(StandardStream.OUT)));
      case JSON, JSONL -> new JsonWriter<>(terminal.out(), columns, false).write(row);
      case CSV -> {
        try (RowWriter<T> writer = to(terminal, format, columns)) {
          writer.write(row);
        }
      }
    }
    terminal.out().flush();
  }
}
