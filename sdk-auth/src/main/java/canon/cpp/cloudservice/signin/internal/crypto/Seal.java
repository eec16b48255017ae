package canon.cpp.cloudservice.signin.internal.crypto;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts and authenticates with AES-256-GCM. The format is version, key id, nonce, and the cipher
 * text with its tag. The key id distinguishes a wrong key from damage, and does not reveal the key.
 */
public final class Seal {
  private static final byte VERSION = 1;
  private static final int KEY_BYTES = 32;
  private static final int KEY_ID_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final byte[] keyId;

  /**
   * Creates a seal.
   *
   * @throws IllegalArgumentException if the key is not an AES key of 256 bits
   */
  public Seal(SecretKey key) {
    check(key);
    this.key = key;
    this.keyId = keyId(key);
  }

  /**
   * Checks a key.
   *
   * @throws IllegalArgumentException if the key is not an AES key of 256 bits
   */
  public static void check(SecretKey key) {
    byte[] bytes = requireNonNull(key, "key").getEncoded();
    if (!key.getAlgorithm().equals("AES") || bytes == null || bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key must be an AES key of 256 bits, such as new SecretKeySpec(bytes, \"AES\") with"
              + " 32 random bytes");
    }
    Arrays.fill(bytes, (byte) 0);
  }

  private static byte[] keyId(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal("key id".getBytes(StandardCharsets.US_ASCII)), KEY_ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /**
   * Encrypts the content.
   *
   * @param context the purpose; {@link #open} must be given the same
   */
  public byte[] close(byte[] content, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] header = ByteBuffer.allocate(HEADER_BYTES).put(VERSION).put(keyId).put(nonce).array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, header, context).doFinal(content);
      return ByteBuffer.allocate(HEADER_BYTES + sealed.length).put(header).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES/GCM", e);
    }
  }

  /**
   * Decrypts the content.
   *
   * @throws BrokenSealException if it cannot be opened; the message says why
   */
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < HEADER_BYTES + TAG_BITS / Byte.SIZE) {
      throw new BrokenSealException("it is incomplete");
    }
    if (sealed[0] != VERSION) {
      throw new BrokenSealException("it is damaged, or was written by a later version");
    }
    byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
    if (!MessageDigest.isEqual(keyId, Arrays.copyOfRange(header, 1, 1 + KEY_ID_BYTES))) {
      throw new BrokenSealException("it was sealed with another key, or is damaged");
    }
    byte[] nonce = Arrays.copyOfRange(header, 1 + KEY_ID_BYTES, HEADER_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, header, context)
          .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
    } catch (AEADBadTagException e) {
      throw new BrokenSealException("it is damaged, or belongs to something else");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES/GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] header, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
