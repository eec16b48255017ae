package canon.cpp.cloudservice.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints aligned columns. The widths are those of the first rows. */
final class TableWriter<T> implements RowWriter<T> {
  private static final int MEASURED = 500;
  private static final String GAP = "  ";

  private final PrintStream out;
  private final List<Column<T>> columns;
  private final Style style;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = {};

  TableWriter(PrintStream out, List<Column<T>> columns, Style style) {
    this.out = out;
    this.columns = columns;
    this.style = style;
  }

  @Override
  public void write(T row) {
    List<String> cells = columns.stream().map(column -> Cells.printable(column.text(row))).toList();
    if (widths.length > 0) {
      print(cells);
      return;
    }
    waiting.add(cells);
    if (waiting.size() == MEASURED) {
      begin();
    }
  }

  private void begin() {
    List<String> header = columns.stream().map(Column::name).toList();
    int[] found = new int[columns.size()];
    measure(found, header);
    waiting.forEach(cells -> measure(found, cells));
    widths = found;
    out.println(style.bold(line(header)));
    waiting.forEach(this::print);
    waiting.clear();
  }

  private static void measure(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], Cells.width(cells.get(i)));
    }
  }

  private void print(List<String> cells) {
    out.println(line(cells));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : GAP).append(cell);
      line.append(" ".repeat(Math.max(0, widths[i] - Cells.width(cell))));
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() {
    if (widths.length == 0 && !waiting.isEmpty()) {
      begin();
    }
    out.flush();
  }
}
