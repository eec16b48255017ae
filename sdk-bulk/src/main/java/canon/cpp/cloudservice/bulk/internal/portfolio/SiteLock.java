package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.bulk.internal.file.DiskFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lock of one site: a locked file, which keeps out other processes and other threads of this
 * one. The file stays, because deleting it would let two runs lock two files of one name.
 */
final class SiteLock implements AutoCloseable {
  private final DiskFile file;

  private SiteLock(DiskFile file) {
    this.file = file;
  }

  /** Takes the lock; returns null if another run has it. */
  static @Nullable SiteLock tryLock(Path folder, String siteId) throws IOException {
    Path created = Files.createDirectories(folder);
    DiskFile file =
        DiskFile.forWriting(created.resolve(URLEncoder.encode(siteId, "UTF-8") + ".lock"));
    boolean locked = false;
    try {
      locked = file.lock() != null;
      return locked ? new SiteLock(file) : null;
    } finally {
      if (!locked) {
        file.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
