package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read and written by position. Not a channel, because an interrupt closes a channel
 * and so would end a job in the middle.
 */
public final class DiskFile implements AutoCloseable {
  private final RandomAccessFile file;

  private DiskFile(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens a file to read and write it. A new file can be read by its owner only. */
  public static DiskFile forWriting(Path path) throws IOException {
    OwnerOnly.create(path);
    return new DiskFile(new RandomAccessFile(path.toFile(), "rw"));
  }

  static DiskFile forReading(Path path) throws IOException {
    return new DiskFile(new RandomAccessFile(path.toFile(), "r"));
  }

  /** Creates a file that disappears when it is closed, or not used any more. */
  static DiskFile temporary() throws IOException {
    Path path = Files.createTempFile("cloudservice-bulk", ".tmp");
    DiskFile file = new DiskFile(new RandomAccessFile(path.toFile(), "rw"));
    try {
      Files.delete(path);
    } catch (IOException e) {
      // Windows does not delete open files.
      path.toFile().deleteOnExit();
    }
    return file;
  }

  /** Returns the lock of the file; null if another job has it. */
  public @Nullable FileLock lock() throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Reads into a buffer; returns the number of bytes, which is negative at the end of the file. */
  int read(byte[] buffer, long position) throws IOException {
    synchronized (file) {
      file.seek(position);
      return file.read(buffer);
    }
  }

  void write(byte[] bytes, long position) throws IOException {
    synchronized (file) {
      file.seek(position);
      file.write(bytes);
    }
  }

  void truncate(long length) throws IOException {
    if (file.length() > length) {
      file.setLength(length);
    }
  }

  /** Makes all that was written survive a crash of the machine. */
  void sync() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
