package canon.cpp.cloudservice.testing.internal.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page tokens: the last key of a page, encrypted and authenticated for one list. They need no
 * server state, so they survive a restart.
 *
 * <p>The authentication tag over scope and key is also the initialisation vector, so the same
 * position in the same list always has the same token.
 */
final class PageTokens {
  private static final int SEAL_BYTES = 16;
  private static final int MAX_LENGTH = 4096;
  private static final byte[] SEAL_KEY = "fake page token: seal".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TEXT_KEY = "fake token: text".getBytes(StandardCharsets.UTF_8);

  private PageTokens() {}

  static String seal(String scope, String lastKey) {
    byte[] text = lastKey.getBytes(StandardCharsets.UTF_8);
    byte[] seal = sealOf(scope, text);
    byte[] hidden = cipher(Cipher.ENCRYPT_MODE, seal, text);
    byte[] token = Arrays.copyOf(seal, SEAL_BYTES + hidden.length);
    System.arraycopy(hidden, 0, token, SEAL_BYTES, hidden.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Returns the last key, or empty if the token was not created for this scope. */
  static Optional<String> open(String scope, String token) {
    if (token.length() > MAX_LENGTH || !token.matches("[A-Za-z0-9_-]+")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < SEAL_BYTES) {
        return Optional.empty();
      }
      byte[] seal = Arrays.copyOf(bytes, SEAL_BYTES);
      byte[] hidden = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
      byte[] text = cipher(Cipher.DECRYPT_MODE, seal, hidden);
      if (!MessageDigest.isEqual(seal, sealOf(scope, text))
          // Base64 ignores bits of the last character: accept one spelling only.
          || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] sealOf(String scope, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SEAL_KEY, "HmacSHA256"));
      mac.update(scope.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(text), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] cipher(int mode, byte[] start, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(TEXT_KEY, "AES"), new IvParameterSpec(start));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode is missing", e);
    }
  }
}
