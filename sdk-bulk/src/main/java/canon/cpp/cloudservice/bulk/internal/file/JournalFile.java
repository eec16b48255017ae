package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.JournalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The bytes of a journal: lines that are appended, and read by their position. */
final class JournalFile implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final int USUAL_LINE = 512;

  private final Path path;
  private final FileChannel channel;
  private final boolean durable;
  private long end;

  private JournalFile(Path path, FileChannel channel, boolean durable) {
    this.path = path;
    this.channel = channel;
    this.durable = durable;
  }

  /** Receives each line and where it begins. */
  interface LineReader {
    void line(JournalLine line, long offset) throws IOException;
  }

  /**
   * Opens a journal to append to it.
   *
   * @throws JournalException if another job has it open
   */
  static JournalFile forAppending(Path path) throws IOException {
    FileChannel channel = OwnerOnly.open(path);
    try {
      if (lock(channel) == null) {
        throw new JournalException(
            "The journal " + path + " is in use. Wait until the other job has ended.", null);
      }
      return new JournalFile(path, channel, true);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Opens a journal to read it, even while a job writes to it. */
  static JournalFile forReading(Path path) throws IOException {
    return new JournalFile(path, FileChannel.open(path, StandardOpenOption.READ), false);
  }

  /** Creates a journal that disappears when it is closed, or not used any more. */
  static JournalFile temporary() throws IOException {
    return new JournalFile(Path.of("(temporary)"), TemporaryFiles.create(), false);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Reads all lines. A last line without its end is ignored: the process or the machine stopped
   * while it was written, so nothing was sent because of it.
   *
   * @throws JournalException if another line is damaged
   */
  void readAll(LineReader reader) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long position = 0;
    long number = 0;
    long lineStart = 0;
    while (channel.read(block.clear(), position) > 0) {
      block.flip();
      while (block.hasRemaining()) {
        byte next = block.get();
        position++;
        if (next != '\n') {
          line.write(next);
          continue;
        }
        number++;
        reader.line(parse(line.toByteArray(), number), lineStart);
        line.reset();
        lineStart = position;
      }
    }
    end = lineStart;
  }

  private JournalLine parse(byte[] bytes, long number) {
    JournalLine line = JournalLine.parse(bytes);
    if (line == null) {
      throw new JournalException(
          "Line " + number + " of the journal " + path + " is damaged. Restore the file.", null);
    }
    return line;
  }

  /** Cuts off what follows the last line that was read. */
  void cutTornLine() throws IOException {
    channel.truncate(end);
  }

  /** Appends a line and returns where it begins. It is durable after {@link #sync()}. */
  long append(JournalLine line) throws IOException {
    long offset = end;
    ByteBuffer buffer = ByteBuffer.wrap(line.toBytes());
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
    return offset;
  }

  /** Returns the line that begins there. */
  JournalLine read(long offset) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(USUAL_LINE);
    while (channel.read(buffer.clear(), offset + bytes.size()) > 0) {
      int length = lengthBeforeLineFeed(buffer);
      bytes.write(buffer.array(), 0, length);
      if (length < buffer.position()) {
        return parsed(bytes.toByteArray());
      }
    }
    throw changed();
  }

  private static int lengthBeforeLineFeed(ByteBuffer buffer) {
    int length = 0;
    while (length < buffer.position() && buffer.get(length) != '\n') {
      length++;
    }
    return length;
  }

  private JournalLine parsed(byte[] bytes) {
    JournalLine line = JournalLine.parse(bytes);
    if (line == null) {
      throw changed();
    }
    return line;
  }

  private JournalException changed() {
    return new JournalException("The journal " + path + " was changed while in use", null);
  }

  void sync() throws IOException {
    if (durable) {
      channel.force(false);
    }
  }

  boolean isEmpty() {
    return end == 0;
  }

  Path path() {
    return path;
  }

  /** Ends writing. The file is closed, which releases its lock, unless it is a temporary one. */
  void release() throws IOException {
    if (durable) {
      channel.close();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
