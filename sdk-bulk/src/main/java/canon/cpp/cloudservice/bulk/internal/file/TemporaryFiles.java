package canon.cpp.cloudservice.bulk.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that disappear when they are closed, or not used any more. */
final class TemporaryFiles {
  private TemporaryFiles() {}

  static FileChannel create() throws IOException {
    Path path = Files.createTempFile("cloudservice-bulk", ".tmp");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
