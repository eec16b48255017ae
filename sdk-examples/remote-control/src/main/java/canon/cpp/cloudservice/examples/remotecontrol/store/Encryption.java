package canon.cpp.cloudservice.examples.remotecontrol.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what the database stores, with AES-256-GCM and a random nonce for each row. The name of
 * the row is authenticated, so a row that was copied to another name cannot be opened.
 */
final class Encryption {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  Encryption(SecretKey key) {
    byte[] encoded = key.getEncoded();
    if (!key.getAlgorithm().equals("AES") || encoded == null || encoded.length != 32) {
      throw new IllegalArgumentException("The key must be an AES key of 256 bits");
    }
    this.key = key;
  }

  byte[] encrypt(byte[] plain, String name) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain);
    byte[] row = Arrays.copyOf(nonce, nonce.length + encrypted.length);
    System.arraycopy(encrypted, 0, row, nonce.length, encrypted.length);
    return row;
  }

  byte[] decrypt(byte[] row, String name) throws GeneralSecurityException {
    if (row.length < NONCE_BYTES) {
      throw new GeneralSecurityException("The row is too short");
    }
    byte[] nonce = Arrays.copyOf(row, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, nonce, name)
        .doFinal(row, NONCE_BYTES, row.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(UTF_8));
    return cipher;
  }
}
