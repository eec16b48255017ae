package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.JournalException;
import canon.cpp.cloudservice.bulk.journal.JobHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of an earlier journal, found by their text wherever they are in the new input. */
final class EarlierRows implements AutoCloseable {
  private final JournalFile file;
  private final HashIndex index;
  private final JobHeader header;
  private long left;

  private EarlierRows(JournalFile file, HashIndex index, JobHeader header, long left) {
    this.file = file;
    this.index = index;
    this.header = header;
    this.left = left;
  }

  static EarlierRows open(Path path) throws IOException {
    JournalFile file = JournalFile.forReading(path);
    try (JournalLines lines = JournalLines.read(file)) {
      HashIndex index = HashIndex.create(lines.rows());
      for (long row = 1; row <= lines.rows(); row++) {
        JournalLine line = lines.last(row);
        if (line != null) {
          index.add(RowHash.of(line.input()), lines.offset(row));
        }
      }
      return new EarlierRows(file, index, lines.header(), lines.rows());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  JobHeader header() {
    return header;
  }

  /** Returns the last line of a row with this text, each once; null if there is none. */
  @Nullable JournalLine take(String input) throws IOException {
    long offset = index.take(RowHash.of(input), at -> file.read(at).input().equals(input));
    if (offset == 0) {
      return null;
    }
    left--;
    return Objects.requireNonNull(file.read(offset));
  }

  /** Returns how many rows were not taken. */
  long left() {
    return left;
  }

  @Override
  public void close() {
    try (file) {
      index.close();
    } catch (IOException e) {
      throw new JournalException("The earlier journal cannot be closed: " + e.getMessage(), e);
    }
  }
}
