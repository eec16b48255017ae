package canon.cpp.cloudservice.cli.output;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Prints rows as CSV with a header. No cell is a formula. */
public final class CsvRowWriter<T> implements RowWriter<T> {
  private final CsvOutput csv;
  private final List<Column<T>> columns;

  /** Creates the writer, and writes the header. */
  public CsvRowWriter(OutputStream out, List<Column<T>> columns, CsvDialect dialect) {
    this.columns = columns;
    this.csv = new CsvOutput(out, dialect);
    csv.write(columns.stream().map(Column::name).toList());
  }

  @Override
  public void write(T row) {
    List<String> cells = new ArrayList<>(columns.size());
    for (Column<T> column : columns) {
      cells.add(SpreadsheetGuard.protect(column.text(row)));
    }
    csv.write(cells);
  }

  /** Writes the end; standard output stays open. */
  @Override
  public void close() {
    csv.flush();
  }
}
