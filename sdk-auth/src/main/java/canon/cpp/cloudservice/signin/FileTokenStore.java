package canon.cpp.cloudservice.signin;

import static canon.cpp.cloudservice.internal.values.Checks.text;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.signin.internal.crypto.BrokenSealException;
import canon.cpp.cloudservice.signin.internal.crypto.Seal;
import canon.cpp.cloudservice.signin.internal.store.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Stores sign-ins in encrypted files (AES-256-GCM), one file for each sign-in. Only the current
 * user of the operating system has access.
 *
 * <pre>{@code
 * SecretKey key = new SecretKeySpec(thirtyTwoBytesFromTheKeystore, "AES");
 * TokenStore store = FileTokenStore.in(Path.of("/var/lib/settings-editor/sign-ins"), key);
 * }</pre>
 *
 * <p>The host keeps the key, in another place than the files. A file is replaced as a whole, so
 * that a crash leaves either the old file or the new one. File names are hashes, because names of
 * sign-ins may be email addresses. Several processes on one machine can share a directory, and
 * renew a sign-in one after the other.
 *
 * <p>The store requires a file system with POSIX permissions, as Linux and macOS have. It rejects
 * others, such as those of Windows; there the host implements {@link TokenStore} with the means of
 * the operating system.
 */
public final class FileTokenStore implements VersionedTokenStore {
  private static final int MAX_NAME = 200;
  private static final int MAX_BYTES = 1024 * 1024;

  private final PrivateDirectory directory;
  private final Seal seal;

  private FileTokenStore(PrivateDirectory directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
  }

  /**
   * Returns a store in a directory. Creates the directory, with access for this user only, if it
   * does not exist.
   *
   * @param directory the directory; its parent must exist
   * @param key an AES key of 256 bits
   * @return the store
   * @throws IllegalArgumentException if the key is not an AES key of 256 bits
   * @throws TokenStoreException if the directory cannot be created, is a symbolic link, belongs to
   *     another user, or is accessible to other users
   */
  public static FileTokenStore in(Path directory, SecretKey key) {
    requireNonNull(directory, "directory");
    Seal seal = new Seal(key);
    try {
      return new FileTokenStore(PrivateDirectory.open(directory, MAX_BYTES), seal);
    } catch (IOException e) {
      throw failed("The directory for sign-ins cannot be used", e);
    }
  }

  @Override
  public Optional<byte[]> load(String name) {
    return loadVersioned(name).map(StoredSignIn::signIn);
  }

  @Override
  public Optional<StoredSignIn> loadVersioned(String name) {
    Optional<byte[]> sealed;
    try {
      sealed = directory.read(fileName(name));
    } catch (IOException e) {
      throw failed("The stored sign-in cannot be read", e);
    }
    return sealed.map(bytes -> StoredSignIn.of(open(bytes, name), version(bytes)));
  }

  private byte[] open(byte[] sealed, String name) {
    try {
      return seal.open(sealed, context(name));
    } catch (BrokenSealException e) {
      throw new TokenStoreException(
          "The stored sign-in "
              + fileName(name)
              + " cannot be opened: "
              + e.getMessage()
              + ". Use the key with which it was saved, or delete it and sign in again.",
          null);
    }
  }

  @Override
  public void save(String name, byte[] signIn) {
    byte[] sealed = seal(name, signIn);
    try {
      directory.replace(fileName(name), sealed);
    } catch (IOException e) {
      throw failed("The sign-in cannot be saved", e);
    }
  }

  @Override
  public Optional<String> saveIfUnchanged(String name, byte[] signIn, @Nullable String version) {
    byte[] sealed = seal(name, signIn);
    boolean saved;
    try {
      saved =
          directory.replaceIf(
              fileName(name),
              sealed,
              stored -> stored.map(FileTokenStore::version).equals(Optional.ofNullable(version)));
    } catch (IOException e) {
      throw failed("The sign-in cannot be saved", e);
    }
    return saved ? Optional.of(version(sealed)) : Optional.empty();
  }

  private byte[] seal(String name, byte[] signIn) {
    byte[] sealed = seal.close(signIn, context(name));
    if (sealed.length > MAX_BYTES) {
      throw new TokenStoreException("The sign-in is larger than 1 MiB and cannot be saved.", null);
    }
    return sealed;
  }

  @Override
  public void delete(String name) {
    try {
      directory.delete(fileName(name));
    } catch (IOException e) {
      throw failed("The stored sign-in cannot be deleted", e);
    }
  }

  private static String context(String name) {
    return "prismasync stored sign-in " + name;
  }

  private static String fileName(String name) {
    return sha256(text("name", name, MAX_NAME).getBytes(StandardCharsets.UTF_8)) + ".signin";
  }

  /** Returns two files never have the same content, because each has its own random nonce. */
  private static String version(byte[] sealed) {
    return sha256(sealed);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static TokenStoreException failed(String what, IOException e) {
    return new TokenStoreException(what + ": " + PrivateDirectory.reason(e), e);
  }

  /** Shows the directory. */
  @Override
  public String toString() {
    return "FileTokenStore[" + directory + "]";
  }
}
