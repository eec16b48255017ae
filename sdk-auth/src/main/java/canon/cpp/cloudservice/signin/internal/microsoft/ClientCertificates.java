package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.internal.http.KeyMaterial;
import canon.cpp.cloudservice.internal.http.PemBlock;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential.OfCertificate;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a certificate and its private key. Messages do not quote the input. */
public final class ClientCertificates {
  private ClientCertificates() {}

  /** Reads certificates and a private key in PEM. */
  public static OfCertificate fromPem(byte[] pem) {
    List<PemBlock> keys =
        PemBlock.read(pem).stream().filter(block -> block.is("PRIVATE KEY")).toList();
    if (keys.size() != 1) {
      throw new IllegalArgumentException(
          "The PEM must contain one private key (BEGIN PRIVATE KEY), but contains "
              + keys.size()
              + ". Convert other forms with 'openssl pkcs8 -topk8 -nocrypt'.");
    }
    return matching(key(keys.get(0)), KeyMaterial.certificates(pem));
  }

  /** Reads the only private key of a key store, and its certificates. */
  public static OfCertificate fromKeyStore(KeyStore store, char @Nullable [] password) {
    List<String> aliases = new ArrayList<>();
    Key key;
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          aliases.add(alias);
        }
      }
      if (aliases.size() != 1) {
        throw new IllegalArgumentException(
            "The key store must contain one private key, but contains " + aliases.size());
      }
      key = store.getKey(aliases.get(0), password);
      Certificate[] certificates = store.getCertificateChain(aliases.get(0));
      for (Certificate one : certificates == null ? new Certificate[0] : certificates) {
        chain.add((X509Certificate) one);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The private key cannot be read. Check the password.", e);
    }
    if (!(key instanceof PrivateKey privateKey) || chain.isEmpty()) {
      throw new IllegalArgumentException("The private key in the key store has no certificate");
    }
    return matching(privateKey, chain);
  }

  private static PrivateKey key(PemBlock block) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(block.content()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The exception is not the cause: its message may quote the key.
      throw new IllegalArgumentException("The private key is not an RSA key in PKCS #8 form");
    }
  }

  private static OfCertificate matching(PrivateKey key, List<X509Certificate> chain) {
    if (!"RSA".equals(key.getAlgorithm())) {
      throw new IllegalArgumentException(
          "The private key is not an RSA key, which Microsoft requires");
    }
    if (key instanceof RSAKey mine
        && chain.get(0).getPublicKey() instanceof RSAKey certified
        && !mine.getModulus().equals(certified.getModulus())) {
      throw new IllegalArgumentException(
          "The private key does not belong to the first certificate");
    }
    return new OfCertificate(key, List.copyOf(chain));
  }
}
