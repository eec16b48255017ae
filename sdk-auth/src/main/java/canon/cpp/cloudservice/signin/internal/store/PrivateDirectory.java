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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A directory of files to which only the current user has access. Files that other users could have
 * written or read are rejected and not repaired, because an administrator has to know about them.
 */
public final class PrivateDirectory {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final String LOCK = "lock";
  private static final String UNFINISHED = ".new";

  /** The file lock excludes other processes. Within one process it fails instead of waiting. */
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
   * Opens the directory. Creates it if it does not exist.
   *
   * @param maxBytes the largest size of a file
   */
  public static PrivateDirectory open(Path path, int maxBytes) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      throw new IOException(
          "this file system has no POSIX permissions; implement TokenStore for this system");
    }
    try {
      Path unused = Files.createDirectory(path, attribute(DIRECTORY));
    } catch (FileAlreadyExistsException e) {
      // The existing directory is checked below.
    }
    PosixFileAttributes attributes = attributes(path);
    if (!attributes.isDirectory()) {
      throw new IOException("it is not a directory, or it is a symbolic link");
    }
    checkPermissions(attributes, DIRECTORY);
    UserPrincipal owner = currentUser(path);
    checkOwner(attributes, owner);
    return new PrivateDirectory(path.toAbsolutePath(), owner, maxBytes);
  }

  /** Returns the content of a file, or empty if the file does not exist. */
  public Optional<byte[]> read(String name) throws IOException {
    Path file = path.resolve(name);
    try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
      PosixFileAttributes attributes = attributes(file);
      if (!attributes.isRegularFile()) {
        throw new IOException("it is not a regular file, or it is a symbolic link");
      }
      checkOwner(attributes, owner);
      checkPermissions(attributes, FILE);
      if (channel.size() > maxBytes) {
        throw new IOException("it is larger than any stored sign-in");
      }
      ByteBuffer content = ByteBuffer.allocate((int) channel.size());
      while (content.hasRemaining() && channel.read(content) >= 0) {
        // Until the buffer is full.
      }
      byte[] bytes = new byte[content.position()];
      content.flip().get(bytes);
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces or creates a file, completely or not at all. */
  public void replace(String name, byte[] content) throws IOException {
    exclusively(() -> write(name, content));
  }

  /**
   * Replaces or creates a file if a condition is met. No other process changes the file in between.
   *
   * @param condition receives the content, or empty if the file does not exist
   * @return whether the condition is met
   */
  public boolean replaceIf(String name, byte[] content, Predicate<Optional<byte[]>> condition)
      throws IOException {
    AtomicBoolean met = new AtomicBoolean();
    exclusively(
        () -> {
          if (condition.test(read(name))) {
            write(name, content);
            met.set(true);
          }
        });
    return met.get();
  }

  private void write(String name, byte[] content) throws IOException {
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
              fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      boolean unused = Files.deleteIfExists(fresh);
    }
  }

  /** Deletes a file, if it exists. */
  public void delete(String name) throws IOException {
    exclusively(
        () -> {
          boolean unused = Files.deleteIfExists(path.resolve(name));
          boolean unusedLeftBehind = Files.deleteIfExists(path.resolve(name + UNFINISHED));
        });
  }

  /** Returns the reason of a failure. The message of a file system is often only the path. */
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

  private void exclusively(Work work) throws IOException {
    Path lockFile = path.resolve(LOCK);
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(
            lockFile, Set.<OpenOption>of(CREATE, WRITE, NOFOLLOW_LINKS), attribute(FILE))) {
      // Closing the channel releases the lock.
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
        throw new IOException("there is something else than a regular file under this name");
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
          "its permissions "
              + PosixFilePermissions.toString(attributes.permissions())
              + " give access to other users; they must be "
              + PosixFilePermissions.toString(allowed));
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
  }

  /** Returns the owner of the files that this process creates, which its name does not tell. */
  private static UserPrincipal currentUser(Path directory) throws IOException {
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
