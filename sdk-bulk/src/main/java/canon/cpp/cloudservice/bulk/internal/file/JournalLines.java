package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last line of each row of a journal, found by the row. */
final class JournalLines implements AutoCloseable {
  private final JournalFile file;
  private final RowIndex index;
  private @Nullable JobHeader header;

  private JournalLines(JournalFile file, RowIndex index) {
    this.file = file;
    this.index = index;
  }

  /** Reads a journal; the file stays open when this is closed. */
  static JournalLines read(JournalFile file) throws IOException {
    JournalLines lines = new JournalLines(file, RowIndex.create());
    file.readAll(lines::add);
    if (lines.header == null) {
      lines.close();
      throw notAJournal(file);
    }
    return lines;
  }

  private void add(JournalLine line, long offset) throws IOException {
    if (offset == 0) {
      header = headerOf(line, file);
    } else if (line.isStarted() || line.isFinished()) {
      index.put(line.row(), 0, offset);
    }
  }

  /**
   * Returns the header that the first line of a journal has.
   *
   * @throws JournalException if the line is not a header of this version
   */
  static JobHeader headerOf(JournalLine line, JournalFile file) {
    if (!line.isHeader() || line.version() != JournalLine.VERSION) {
      throw notAJournal(file);
    }
    return line.toHeader();
  }

  private static JournalException notAJournal(JournalFile file) {
    return new JournalException(
        "The file "
            + file.path()
            + " is not a journal of version "
            + JournalLine.VERSION
            + ". Choose another file.",
        null);
  }

  JobHeader header() {
    return Objects.requireNonNull(header);
  }

  /** Returns the highest row. */
  long rows() {
    return index.rows();
  }

  long offset(long row) throws IOException {
    return index.offset(row);
  }

  /** Returns the last line of a row; null if there is none. */
  @Nullable JournalLine last(long row) throws IOException {
    long offset = index.offset(row);
    return offset == 0 ? null : file.read(offset);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
