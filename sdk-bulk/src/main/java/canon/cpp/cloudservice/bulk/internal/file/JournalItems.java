package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.JournalException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Streams the results of a journal in the order of the input. */
final class JournalItems {
  private JournalItems() {}

  /**
   * Streams the results.
   *
   * @param onClose what to close with the stream
   */
  static Stream<BulkItem> of(JournalFile file, AutoCloseable onClose) throws IOException {
    JournalLines lines = JournalLines.read(file);
    return LongStream.rangeClosed(1, lines.rows())
        .mapToObj(row -> item(lines, row))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .onClose(() -> close(lines, onClose));
  }

  private static @Nullable BulkItem item(JournalLines lines, long row) {
    try {
      JournalLine line = lines.last(row);
      return line != null && line.isFinished() ? line.toItem() : null;
    } catch (IOException e) {
      throw new JournalException("The journal cannot be read: " + e.getMessage(), e);
    }
  }

  private static void close(JournalLines lines, AutoCloseable more) {
    try (more) {
      lines.close();
    } catch (Exception e) {
      throw new JournalException("The journal cannot be closed: " + e.getMessage(), e);
    }
  }
}
