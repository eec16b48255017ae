package canon.cpp.cloudservice.bulk.internal.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Creates files that only their owner can read, because they contain e-mail addresses. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Writes the content of a file, without closing it. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a file under another name, and then replaces an existing file by it in one step. */
  public static void replace(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path parts = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    create(parts);
    try {
      try (FileOutputStream out = new FileOutputStream(parts.toFile())) {
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        content.write(buffered);
        buffered.flush();
        out.getFD().sync();
      }
      Path unused = Files.move(parts, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(parts);
    }
  }

  /** Creates an empty file; an existing one stays as it is. */
  public static void create(Path file) throws IOException {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
        restrict(file);
      }
    } catch (FileAlreadyExistsException e) {
      // It keeps its permissions.
    }
  }

  private static void restrict(Path file) throws IOException {
    AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(view.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
  }
}
