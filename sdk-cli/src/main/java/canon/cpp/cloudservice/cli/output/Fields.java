package canon.cpp.cloudservice.cli.output;

import java.io.PrintStream;
import java.util.List;

/** Prints one result as lines of name and value. */
final class Fields {
  private Fields() {}

  static <T> void print(PrintStream out, List<Column<T>> columns, T row, Style style) {
    int width = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    for (Column<T> column : columns) {
      String text = Cells.printable(column.text(row));
      if (!text.isEmpty()) {
        String gap = " ".repeat(width - column.name().length() + 2);
        out.println(style.bold(column.name()) + gap + text);
      }
    }
  }
}
