package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Finds the last line of each row in a journal. It is kept in a temporary file of eight bytes a
 * row, so that memory does not grow with the job; it is rebuilt from the journal when that is
 * opened.
 */
final class RowIndex implements AutoCloseable {
  private static final int BYTES = Long.BYTES;
  private static final int STATE_SHIFT = 56;
  private static final long OFFSET = (1L << STATE_SHIFT) - 1;

  private final FileChannel channel;
  private final ByteBuffer entry = ByteBuffer.allocate(BYTES);
  private long rows;

  private RowIndex(FileChannel channel) {
    this.channel = channel;
  }

  static RowIndex create() throws IOException {
    return new RowIndex(TemporaryFiles.create());
  }

  /** Sets where the last line of a row begins, and a state of at most 127. */
  void put(long row, int state, long offset) throws IOException {
    entry.clear();
    entry.putLong(((long) state << STATE_SHIFT) | offset).flip();
    while (entry.hasRemaining()) {
      channel.write(entry, row * BYTES + entry.position());
    }
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
    if (row > rows) {
      return 0;
    }
    entry.clear();
    while (entry.hasRemaining()) {
      if (channel.read(entry, row * BYTES + entry.position()) < 0) {
        return 0;
      }
    }
    return entry.flip().getLong();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
