package canon.cpp.cloudservice.bulk.internal.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 64 bits of the SHA-256 of a row. */
public final class RowHash {
  private RowHash() {}

  public static long of(String input) {
    byte[] digest = sha256().digest(input.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  /** Returns the hash as 16 hexadecimal digits. */
  public static String hex(String input) {
    return String.format("%016x", of(input));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
