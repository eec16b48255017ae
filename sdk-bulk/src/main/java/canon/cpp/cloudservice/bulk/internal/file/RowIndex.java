package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds the last line of each row in a journal. Kept in a temporary file of eight bytes a row, so
 * that memory does not grow with the job; built from the journal when that is opened.
 */
final class RowIndex implements AutoCloseable {
  private static final int BYTES = Long.BYTES;
  private static final int STATE_SHIFT = 56;
  private static final long OFFSET = (1L << STATE_SHIFT) - 1;

  private final DiskFile file;
  private final byte[] entry = new byte[BYTES];
  private long rows;

  private RowIndex(DiskFile file) {
    this.file = file;
  }

  static RowIndex create() throws IOException {
    return new RowIndex(DiskFile.temporary());
  }

  /** Sets where the last line of a row begins, and a state of at most 127. */
  void put(long row, int state, long offset) throws IOException {
    ByteBuffer.wrap(entry).putLong(((long) state << STATE_SHIFT) | offset);
    file.write(entry, row * BYTES);
    rows = Math.max(rows, row);
  }

  /** Returns the state of a row; 0 if the journal has no line for it. */
  int state(long row) throws IOException {
    return (int) (read(row) >>> STATE_SHIFT);
  }

  /** Returns where the last line of a row begins. */
  long offset(long row) throws IOException {
    return read(row) & OFFSET;
  }

  /** Returns the highest row with a line; 0 if there is none. */
  long rows() {
    return rows;
  }

  private long read(long row) throws IOException {
    return row <= rows && file.read(entry, row * BYTES) == BYTES
        ? ByteBuffer.wrap(entry).getLong()
        : 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
