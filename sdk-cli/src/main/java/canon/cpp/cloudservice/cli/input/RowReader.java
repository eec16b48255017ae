package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.output.CsvDialect;
import canon.cpp.cloudservice.cli.output.SpreadsheetGuard;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV file. */
final class RowReader implements AutoCloseable {
  private final Path file;
  private final CloseableIterator<CsvRecord> records;

  RowReader(Path file, CsvDialect dialect) throws IOException {
    this.file = file;
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    if (dialect.byteOrderMark()) {
      in.skipNBytes("\uFEFF".getBytes(dialect.charset()).length);
    }
    Reader text =
        new InputStreamReader(
            in,
            dialect
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    records =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)
            .iterator();
  }

  /** Returns the cells of the first line; none if the file is empty. */
  List<String> firstRecord() throws IOException {
    CsvRecord record = read();
    return record == null ? List.of() : record.getFields();
  }

  /** Returns the next row, or null at the end. */
  @Nullable InputRow next(InputHeader header) throws IOException {
    CsvRecord record = read();
    if (record == null) {
      return null;
    }
    List<String> cells = record.getFields();
    if (cells.size() != header.width()) {
      throw wrong(
          record.getStartingLineNumber(),
          "there are "
              + cells.size()
              + " cells, but the header has "
              + header.width()
              + ". Is a quotation mark or a delimiter missing?");
    }
    int own = header.columns().size();
    String key = SpreadsheetGuard.unprotect(cells.get(header.key()).strip());
    if (key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0) {
      throw wrong(
          record.getStartingLineNumber(), "a cell has a line end. Is a quotation mark missing?");
    }
    List<String> added = cells.subList(own, cells.size());
    boolean finished = !added.isEmpty() && ResultColumns.isFinished(added.get(0));
    return new InputRow(
        record.getStartingLineNumber(), cells.subList(0, own), key, finished ? added : List.of());
  }

  private @Nullable CsvRecord read() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw CommandException.usage(
          file + ": " + e.getMessage() + ". Is a quotation mark missing? Nothing was sent.");
    }
  }

  private CommandException wrong(long line, String what) {
    return CommandException.usage(file + ", line " + line + ": " + what + " Nothing was sent.");
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
