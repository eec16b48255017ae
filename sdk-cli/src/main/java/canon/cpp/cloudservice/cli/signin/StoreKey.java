package canon.cpp.cloudservice.cli.signin;

import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.cli.exit.CommandException;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the token store: 256 random bits in a file of its own. */
final class StoreKey {
  private static final int BYTES = 32;

  private StoreKey() {}

  /** Reads the key, or creates it. */
  static SecretKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      OwnerOnly.check(file);
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == BYTES) {
        return new SecretKeySpec(key, "AES");
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE, "The key file " + file + " cannot be used: " + e.getMessage() + ".", e);
    } catch (IllegalArgumentException e) {
      // Not Base64.
    }
    throw CommandException.usage(
        "The key file " + file + " is damaged. Delete it, then sign in again.");
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      OwnerOnly.createFolder(parent);
    }
    OwnerOnly.create(file);
    Path unused = Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
  }
}
