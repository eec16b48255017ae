package canon.cpp.cloudservice.signin.internal.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A directory of files that only this user can reach. Whatever is in it that others could have put
 * or read there is rejected, not repaired: somebody would have to know.
 */
public final class PrivateDirectory {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final String LOCK = "lock";
  private static final String UNFINISHED = ".new";

  /** A file lock holds off other processes; within one, it would fail instead of waiting. */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path path;
  private final UserPrincipal owner;
  private final int maxBytes;

  private PrivateDirectory(Path path, UserPrincipal owner, int maxBytes) {
    this.path = path;
    this.owner = owner;
    this.maxBytes = maxBytes;
  }

  /**
   * Opens the directory, and makes it if it is not there.
   *
   * @param maxBytes what a file may have
   */
  public static PrivateDirectory open(Path path, int maxBytes) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      throw new IOException(
          "this file system has no POSIX permissions; use a TokenStore of your own here");
    }
    try {
      Path unused = Files.createDirectory(path, attribute(DIRECTORY));
    } catch (FileAlreadyExistsException e) {
      // It is checked below.
    }
    PosixFileAttributes attributes = attributes(path);
    if (!attributes.isDirectory()) {
      throw new IOException("it is no directory, or a link to one");
    }
    checkPermissions(attributes, DIRECTORY);
    UserPrincipal owner = me(path);
    checkOwner(attributes, owner);
    return new PrivateDirectory(path.toAbsolutePath(), owner, maxBytes);
  }

  /** A file's content, or empty if there is none. */
  public Optional<byte[]> read(String name) throws IOException {
    Path file = path.resolve(name);
    try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
      PosixFileAttributes attributes = attributes(file);
      if (!attributes.isRegularFile()) {
        throw new IOException("it is no file, or a link to one");
      }
      checkOwner(attributes, owner);
      checkPermissions(attributes, FILE);
      if (channel.size() > maxBytes) {
        throw new IOException("it is larger than anything that is stored here");
      }
      ByteBuffer content = ByteBuffer.allocate((int) channel.size());
      while (content.hasRemaining() && channel.read(content) >= 0) {
        // Until it is full.
      }
      byte[] bytes = new byte[content.position()];
      content.flip().get(bytes);
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Puts a file in the place of another, or of none: the whole of it, or nothing. */
  public void replace(String name, byte[] content) throws IOException {
    alone(
        () -> {
          Path file = path.resolve(name);
          rejectForeign(file);
          Path fresh = path.resolve(name + UNFINISHED);
          boolean unusedLeftBehind = Files.deleteIfExists(fresh);
          try {
            try (FileChannel channel =
                FileChannel.open(fresh, Set.<OpenOption>of(CREATE_NEW, WRITE), attribute(FILE))) {
              ByteBuffer rest = ByteBuffer.wrap(content);
              while (rest.hasRemaining()) {
                int unused = channel.write(rest);
              }
              channel.force(true);
            }
            Path unused =
                Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
          } finally {
            boolean unused = Files.deleteIfExists(fresh);
          }
        });
  }

  /** Deletes a file, if there is one. */
  public void delete(String name) throws IOException {
    alone(
        () -> {
          boolean unused = Files.deleteIfExists(path.resolve(name));
          boolean unusedLeftBehind = Files.deleteIfExists(path.resolve(name + UNFINISHED));
        });
  }

  /** What was wrong, for people. A file system's exception says little more than the path. */
  public static String reason(IOException failure) {
    if (failure instanceof FileSystemException e) {
      String why = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      return why + " (" + e.getFile() + ").";
    }
    return failure.getMessage() + ".";
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void alone(Work work) throws IOException {
    Path lockFile = path.resolve(LOCK);
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(
            lockFile, Set.<OpenOption>of(CREATE, WRITE, NOFOLLOW_LINKS), attribute(FILE))) {
      // Closing the channel lets go of it.
      FileLock unused = channel.lock();
      work.run();
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private void rejectForeign(Path file) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS)) {
      PosixFileAttributes attributes = attributes(file);
      if (!attributes.isRegularFile()) {
        throw new IOException("there is something that is no file, or a link to one");
      }
      checkOwner(attributes, owner);
    }
  }

  private static void checkOwner(PosixFileAttributes attributes, UserPrincipal owner)
      throws IOException {
    if (!attributes.owner().equals(owner)) {
      throw new IOException("it belongs to another user of this machine");
    }
  }

  private static void checkPermissions(
      PosixFileAttributes attributes, Set<PosixFilePermission> allowed) throws IOException {
    if (!allowed.containsAll(attributes.permissions())) {
      throw new IOException(
          "its permissions are "
              + PosixFilePermissions.toString(attributes.permissions())
              + ", so that others can reach it; they have to be "
              + PosixFilePermissions.toString(allowed));
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
  }

  /** Whose files this process makes, whatever the name is that it goes by. */
  private static UserPrincipal me(Path directory) throws IOException {
    Path probe = directory.resolve("owner." + UUID.randomUUID());
    try {
      Path unused = Files.createFile(probe, attribute(FILE));
      return Files.getOwner(probe, NOFOLLOW_LINKS);
    } finally {
      boolean unused = Files.deleteIfExists(probe);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(Set<PosixFilePermission> set) {
    return PosixFilePermissions.asFileAttribute(set);
  }
}
