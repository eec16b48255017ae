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

/**
 * Keeps sign-ins in encrypted files (AES-256-GCM), one for each, which only this user of the
 * machine can reach.
 *
 * <pre>{@code
 * SecretKey key = new SecretKeySpec(thirtyTwoBytesFromTheKeystore, "AES");
 * TokenStore store = FileTokenStore.in(Path.of("/var/lib/settings-editor/sign-ins"), key);
 * }</pre>
 *
 * <p>The key is the host's to keep, somewhere else than the files. A file is replaced as a whole,
 * so that a crash leaves the old one or the new one; names are hashed, because they may be
 * addresses of people. Several processes can share a directory. It needs a file system with the
 * permissions of POSIX, as Linux and macOS have; elsewhere, on Windows above all, it is rejected,
 * and the host brings a {@link TokenStore} of its own that uses what the system offers.
 */
public final class FileTokenStore implements TokenStore {
  private static final int MAX_NAME = 200;
  private static final int MAX_BYTES = 1024 * 1024;

  private final PrivateDirectory directory;
  private final Seal seal;

  private FileTokenStore(PrivateDirectory directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
  }

  /**
   * A store in a directory, which is made for this user alone if it is not there.
   *
   * @param directory where; its parent has to be there
   * @param key 256 bits for AES
   * @return the store
   * @throws IllegalArgumentException if the key is no AES key of 256 bits
   * @throws TokenStoreException if the directory is not there and cannot be made, is a link,
   *     belongs to somebody else, or can be entered by somebody else
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
    byte[] sealed;
    try {
      sealed = directory.read(fileName(name)).orElse(null);
    } catch (IOException e) {
      throw failed("The stored sign-in cannot be read", e);
    }
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(seal.open(sealed, context(name)));
    } catch (BrokenSealException e) {
      throw new TokenStoreException(
          "The stored sign-in "
              + fileName(name)
              + " cannot be opened: "
              + e.getMessage()
              + ". Give the key it was saved with, or delete it and sign in again.",
          null);
    }
  }

  @Override
  public void save(String name, byte[] signIn) {
    byte[] sealed = seal.close(signIn, context(name));
    if (sealed.length > MAX_BYTES) {
      throw new TokenStoreException("A sign-in of over 1 MiB is not stored.", null);
    }
    try {
      directory.replace(fileName(name), sealed);
    } catch (IOException e) {
      throw failed("The sign-in cannot be saved", e);
    }
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
    byte[] bytes = text("name", name, MAX_NAME).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash) + ".signin";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static TokenStoreException failed(String what, IOException e) {
    return new TokenStoreException(what + ": " + PrivateDirectory.reason(e), e);
  }

  /** Shows where the files are. */
  @Override
  public String toString() {
    return "FileTokenStore[" + directory + "]";
  }
}
