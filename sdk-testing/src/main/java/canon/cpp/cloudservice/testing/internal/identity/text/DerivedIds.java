package canon.cpp.cloudservice.testing.internal.identity.text;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from names, so that they are the same in every run. */
public final class DerivedIds {
  private static final BigInteger TEN_TO_20 = BigInteger.TEN.pow(20);

  private DerivedIds() {}

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Returns a digest of several parts; ("ab", "c") and ("a", "bc") differ. */
  public static byte[] digest(String... parts) {
    return sha256(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
  }

  public static String uuid(String... parts) {
    return UUID.nameUUIDFromBytes(digest(parts)).toString();
  }

  /** Returns a digest as text that is safe in an address. */
  public static String hash(String... parts) {
    return Base64Url.encode(digest(parts));
  }

  /** Returns 21 digits that begin with 1, like Google's account ids. */
  public static String digits(String... parts) {
    return TEN_TO_20.add(new BigInteger(1, digest(parts)).mod(TEN_TO_20)).toString();
  }
}
