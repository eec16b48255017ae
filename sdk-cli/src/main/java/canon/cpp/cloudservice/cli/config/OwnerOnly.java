package canon.cpp.cloudservice.cli.config;

import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that only their owner can read. On Windows the folders of the user are private already, so
 * nothing is checked and nothing is changed there.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /**
   * Checks that others cannot read a file.
   *
   * @throws CommandException if they can
   * @throws IOException if the file does not exist or cannot be read
   */
  public static void check(Path file) throws IOException {
    if (hasPermissions(file)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNER.containsAll(permissions)) {
        throw CommandException.usage(
            "Other users can read or change "
                + file
                + " ("
                + PosixFilePermissions.toString(permissions)
                + "). Run: chmod 600 '"
                + file
                + "'");
      }
    } else {
      Files.readAttributes(file, "size");
    }
  }

  /** Creates an empty file; an existing one is emptied. */
  public static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    Path unused = Files.createFile(file, attributes(file, "rw-------"));
  }

  /** Creates a folder and those above it, unless it exists. */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolder(parent);
    }
    try {
      Path unused = Files.createDirectory(folder, attributes(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      // Another process was faster.
    }
  }

  /**
   * Creates a folder that a command needs.
   *
   * @throws CommandException if it cannot be created
   */
  public static Path folder(Path folder) {
    try {
      createFolder(folder);
      return folder;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "The folder " + folder + " cannot be created: " + e.getMessage() + ".",
          e);
    }
  }

  private static FileAttribute<?>[] attributes(Path file, String permissions) {
    return hasPermissions(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
