package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds lines of a journal by the hash of their row. Kept in a temporary file, so that memory does
 * not grow with the job. An open hash table: each slot has a hash and the offset of a line.
 */
final class HashIndex implements AutoCloseable {
  private static final int SLOT = 2 * Long.BYTES;
  private static final int MIN_SLOTS = 16;

  /** The offset of a slot whose line was taken. No line of a row has it, because line 1 has it. */
  private static final long TAKEN = -1;

  private final DiskFile file;
  private final byte[] bytes = new byte[SLOT];
  private final ByteBuffer slot = ByteBuffer.wrap(bytes);
  private final long slots;

  private HashIndex(DiskFile file, long slots) {
    this.file = file;
    this.slots = slots;
  }

  static HashIndex create(long rows) throws IOException {
    long slots = Math.max(MIN_SLOTS, Long.highestOneBit(Math.max(1, rows)) * 4);
    DiskFile file = DiskFile.temporary();
    file.write(new byte[1], slots * SLOT);
    return new HashIndex(file, slots);
  }

  /** Chooses among the lines with the same hash. */
  interface Match {
    boolean isRow(long offset) throws IOException;
  }

  void add(long hash, long offset) throws IOException {
    long at = first(hash);
    while (read(at) != 0) {
      at = next(at);
    }
    write(at, hash, offset);
  }

  /** Takes a line with the hash, so that it is not found again; 0 if there is none. */
  long take(long hash, Match match) throws IOException {
    for (long at = first(hash); ; at = next(at)) {
      long offset = read(at);
      if (offset == 0) {
        return 0;
      }
      if (offset != TAKEN && slot.getLong(0) == hash && match.isRow(offset)) {
        write(at, hash, TAKEN);
        return offset;
      }
    }
  }

  private long first(long hash) {
    return hash & (slots - 1);
  }

  private long next(long at) {
    return (at + 1) & (slots - 1);
  }

  private long read(long at) throws IOException {
    if (file.read(bytes, at * SLOT) != SLOT) {
      throw new IOException("The temporary index of the journal was cut");
    }
    return slot.getLong(Long.BYTES);
  }

  private void write(long at, long hash, long offset) throws IOException {
    slot.putLong(0, hash).putLong(Long.BYTES, offset);
    file.write(bytes, at * SLOT);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
