package canon.cpp.cloudservice.bulk.internal.file;

import canon.cpp.cloudservice.bulk.JournalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** The bytes of a journal: lines that are appended, and read by their position. */
final class JournalFile implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final int USUAL_LINE = 512;

  private final Path path;
  private final DiskFile file;
  private final boolean durable;
  private long end;

  private JournalFile(Path path, DiskFile file, boolean durable) {
    this.path = path;
    this.file = file;
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
    DiskFile file = DiskFile.forWriting(path);
    try {
      if (file.lock() == null) {
        throw new JournalException(
            "The journal " + path + " is in use. Wait until the other job has ended.", null);
      }
      return new JournalFile(path, file, true);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Opens a journal to read it, even while a job writes to it. */
  static JournalFile forReading(Path path) throws IOException {
    return new JournalFile(path, DiskFile.forReading(path), false);
  }

  /** Creates a journal that disappears when it is closed, or not used any more. */
  static JournalFile temporary() throws IOException {
    return new JournalFile(Paths.get("(temporary)"), DiskFile.temporary(), false);
  }

  /**
   * Reads all lines. A last line without its end is ignored: the process or the machine stopped
   * while it was written, so nothing was sent because of it.
   *
   * @throws JournalException if another line is damaged
   */
  void readAll(LineReader reader) throws IOException {
    byte[] block = new byte[BLOCK];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long position = 0;
    long number = 0;
    long lineStart = 0;
    int length;
    while ((length = file.read(block, position)) > 0) {
      for (int i = 0; i < length; i++) {
        position++;
        if (block[i] != '\n') {
          line.write(block[i]);
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
    file.truncate(end);
  }

  /** Appends a line and returns where it begins. It is durable after {@link #sync()}. */
  long append(JournalLine line) throws IOException {
    long offset = end;
    byte[] bytes = line.toBytes();
    file.write(bytes, offset);
    end += bytes.length;
    return offset;
  }

  /** Returns the line that begins there. */
  JournalLine read(long offset) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[USUAL_LINE];
    int length;
    while ((length = file.read(buffer, offset + bytes.size())) > 0) {
      int ofLine = lengthBeforeLineFeed(buffer, length);
      bytes.write(buffer, 0, ofLine);
      if (ofLine < length) {
        return parsed(bytes.toByteArray());
      }
    }
    throw changed();
  }

  private static int lengthBeforeLineFeed(byte[] buffer, int length) {
    int end = 0;
    while (end < length && buffer[end] != '\n') {
      end++;
    }
    return end;
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
      file.sync();
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
      file.close();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
