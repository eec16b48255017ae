package canon.cpp.cloudservice.testing.internal.identity.text;

import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Derives ids from names, so that they are the same in every run. */
public final class DerivedIds {
  private static final BigInteger TEN_TO_20 = BigInteger.TEN.pow(20);

  private DerivedIds() {}

  /** Returns a digest of several parts; ("ab", "c") and ("a", "bc") differ. */
  public static byte[] digest(String... parts) {
    return Digests.sha256(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
  }

  public static String uuid(String... parts) {
    return UUID.nameUUIDFromBytes(digest(parts)).toString();
  }

  /** Returns a digest as URL-safe text. */
  public static String hash(String... parts) {
    return Base64Url.encode(digest(parts));
  }

  /** Returns 21 digits that begin with 1, as Google's account ids do. */
  public static String digits(String... parts) {
    return TEN_TO_20.add(new BigInteger(1, digest(parts)).mod(TEN_TO_20)).toString();
  }
}
