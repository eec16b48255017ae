package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.signin.internal.crypto.Seal;
import javax.crypto.SecretKey;

/**
 * The key with which the nodes of a web host seal sessions ({@link AuthorizationCodeSession#seal}).
 * A key that cannot be used is rejected when the host starts, not when the first user signs in.
 * {@link #toString} does not show it.
 *
 * <pre>{@code
 * SealingKey key = SealingKey.of(new SecretKeySpec(thirtyTwoRandomBytes, "AES"));
 * }</pre>
 */
public final class SealingKey {
  private final SecretKey secretKey;

  private SealingKey(SecretKey secretKey) {
    this.secretKey = secretKey;
  }

  /**
   * Checks and wraps a key.
   *
   * @param secretKey an AES key of 256 bits, the same on all nodes
   * @return the key
   * @throws IllegalArgumentException if it is not an AES key of 256 bits
   * @throws NullPointerException if it is null
   */
  public static SealingKey of(SecretKey secretKey) {
    Seal.check(secretKey);
    return new SealingKey(secretKey);
  }

  /**
   * Returns the key.
   *
   * @return an AES key of 256 bits
   */
  public SecretKey secretKey() {
    return secretKey;
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "SealingKey[hidden]";
  }
}
