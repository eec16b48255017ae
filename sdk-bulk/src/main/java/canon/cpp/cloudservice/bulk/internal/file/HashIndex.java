package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Finds lines of a journal by the hash of their row. Kept in a temporary file, so that memory does
 * not grow with the job. An open hash table: each slot has a hash and the offset of a line.
 */
final class HashIndex implements AutoCloseable {
  private static final int SLOT = 2 * Long.BYTES;
  private static final int MIN_SLOTS = 16;

  /** The offset of a slot whose line was taken. No line of a row has it, because line 1 has it. */
  private static final long TAKEN = -1;

  private final FileChannel channel;
  private final ByteBuffer slot = ByteBuffer.allocate(SLOT);
  private final long slots;

  private HashIndex(FileChannel channel, long slots) {
    this.channel = channel;
    this.slots = slots;
  }

  static HashIndex create(long rows) throws IOException {
    long slots = Math.max(MIN_SLOTS, Long.highestOneBit(Math.max(1, rows)) * 4);
    FileChannel channel = TemporaryFiles.create();
    channel.write(ByteBuffer.allocate(1), slots * SLOT);
    return new HashIndex(channel, slots);
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
    slot.clear();
    while (slot.hasRemaining()) {
      if (channel.read(slot, at * SLOT + slot.position()) < 0) {
        throw new IOException("The temporary index of the journal was cut");
      }
    }
    return slot.getLong(Long.BYTES);
  }

  private void write(long at, long hash, long offset) throws IOException {
    slot.clear();
    slot.putLong(hash).putLong(offset).flip();
    while (slot.hasRemaining()) {
      channel.write(slot, at * SLOT + slot.position());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
