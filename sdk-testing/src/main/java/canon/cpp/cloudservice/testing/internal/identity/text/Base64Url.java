package canon.cpp.cloudservice.testing.internal.identity.text;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in the URL alphabet, without padding. */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  public static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Encodes an unsigned number (RFC 7518, Base64urlUInt). */
  public static String encode(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return encode(
        bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  /** Rejects padding and characters of the other alphabet. */
  public static byte[] decode(String text) {
    if (text.indexOf('=') >= 0) {
      throw new IllegalArgumentException("It has padding");
    }
    return Base64.getUrlDecoder().decode(text);
  }
}
