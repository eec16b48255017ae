package canon.cpp.cloudservice.testing.internal.identity.crypto;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** RSA keys by name, created once in a JVM: creating one takes longer than most tests. */
public final class RsaKeys {
  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

  private RsaKeys() {}

  public static KeyPair named(String name) {
    return KEYS.computeIfAbsent(name, any -> generate());
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }
}
