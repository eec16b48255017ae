package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.output.CsvDialect;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV file of which each row names a member or a printer. It is read as a stream, each time that
 * it is needed. The result file of an earlier command is an input, too: its finished rows are
 * skipped.
 */
public final class InputFile implements AutoCloseable {
  private static final int NAME_DIGITS = 16;

  private final Path file;
  private final CsvDialect dialect;
  private final InputHeader header;
  private final OpenReaders readers = new OpenReaders();
  private long rows;
  private String digest = "";

  private InputFile(Path file, CsvDialect dialect, InputHeader header) {
    this.file = file;
    this.dialect = dialect;
    this.header = header;
  }

  /**
   * Opens a file, and reads it once to the end, so that a wrong line is reported before anything is
   * sent.
   *
   * @param columns the names that the column with the keys may have
   * @throws CommandException if it cannot be read or a line is wrong
   */
  public static InputFile open(Path file, InputOptions options, List<String> columns) {
    try {
      CsvDialect dialect = DialectDetector.detect(file, options);
      InputHeader header;
      try (RowReader reader = new RowReader(file, dialect)) {
        header = InputHeader.of(reader.firstRecord(), options.column(), columns, file);
      }
      InputFile input = new InputFile(file, dialect, header);
      input.check();
      return input;
    } catch (CharacterCodingException e) {
      throw WrongLine.undecodable(file, options);
    } catch (IOException e) {
      throw CommandException.usage(
          "The input " + file + " cannot be read: " + e.getMessage() + ". Nothing was sent.");
    }
  }

  private void check() throws IOException {
    MessageDigest hash = sha256();
    try (RowReader reader = open()) {
      for (InputRow row = reader.next(header); row != null; row = reader.next(header)) {
        if (row.isToRun()) {
          rows++;
          hash.update(row.key().getBytes(StandardCharsets.UTF_8));
          hash.update((byte) '\n');
        }
      }
    }
    digest = HexFormat.of().formatHex(hash.digest()).substring(0, NAME_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  private RowReader open() throws IOException {
    RowReader reader = new RowReader(file, dialect);
    if (header.isPresent()) {
      List<String> unused = reader.firstRecord();
    }
    return reader;
  }

  /** Returns the path. */
  public Path path() {
    return file;
  }

  /** Returns how the file was written. */
  public CsvDialect dialect() {
    return dialect;
  }

  /** Returns the names of the columns, without those of a result file. */
  public List<String> columns() {
    return header.columns();
  }

  /** Returns the number of rows to run. */
  public long rows() {
    return rows;
  }

  /** Returns digits that are the same for the same keys in the same order. */
  public String digest() {
    return digest;
  }

  /** Returns the keys of the rows to run; each iterator reads the file anew. */
  public Iterable<String> keys() {
    return () -> new RunKeys(allRows());
  }

  /** Returns all rows, those that need nothing any more included. */
  public Iterator<InputRow> allRows() {
    return readers.add(this::open, header);
  }

  @Override
  public void close() {
    readers.close();
  }
}
