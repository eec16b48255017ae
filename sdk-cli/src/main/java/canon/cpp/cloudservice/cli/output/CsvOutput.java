package canon.cpp.cloudservice.cli.output;

import canon.cpp.cloudservice.cli.terminal.OutputException;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes records in a dialect. */
public final class CsvOutput implements AutoCloseable {
  private final CsvWriter csv;

  /** Creates the writer, and writes a byte order mark if the dialect has one. */
  public CsvOutput(OutputStream out, CsvDialect dialect) {
    Writer text = new OutputStreamWriter(out, dialect.charset());
    if (dialect.byteOrderMark()) {
      checked(() -> text.write('\uFEFF'));
    }
    csv =
        CsvWriter.builder()
            .fieldSeparator(dialect.delimiter())
            .lineDelimiter(dialect.crlf() ? LineDelimiter.CRLF : LineDelimiter.LF)
            .build(text);
  }

  /** Writes a record. */
  public void write(List<String> cells) {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw new OutputException("The CSV output", new IOException(e.getMessage(), e));
    }
  }

  /** Writes what is buffered. */
  public void flush() {
    checked(csv::flush);
  }

  @Override
  public void close() {
    checked(csv::close);
  }

  private static void checked(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new OutputException("The CSV output", e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
