package canon.cpp.cloudservice.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads certificates and keys. */
public final class KeyMaterial {
  private KeyMaterial() {}

  /** The certificates in PEM. */
  public static List<X509Certificate> certificates(byte[] pem) {
    Collection<? extends Certificate> found;
    try {
      found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("These are not certificates in PEM form", e);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate one : found) {
      certificates.add((X509Certificate) one);
    }
    return some(certificates, "There is no certificate in this PEM");
  }

  /** The certificates that a trust store trusts. */
  public static List<X509Certificate> trusted(KeyStore store) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate one) {
          certificates.add(one);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The trust store cannot be read", e);
    }
    return some(certificates, "There is no certificate to trust in this trust store");
  }

  /** The keys in a key store. */
  public static KeyManager[] keys(KeyStore store, char[] password) {
    try {
      boolean hasKey = false;
      for (String alias : Collections.list(store.aliases())) {
        hasKey |= store.isKeyEntry(alias);
      }
      if (!hasKey) {
        throw new IllegalArgumentException("There is no private key in this key store");
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "The private key cannot be read; is the password right?", e);
    }
  }

  /** The keys that the JVM was told of, as its own default context would find them. */
  static KeyManager[] systemKeys() {
    String path = System.getProperty("javax.net.ssl.keyStore", "");
    if (path.isEmpty() || path.equals("NONE")) {
      return new KeyManager[0];
    }
    char[] password = System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray();
    try (InputStream in = Files.newInputStream(Paths.get(path))) {
      KeyStore store =
          KeyStore.getInstance(
              System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType()));
      store.load(in, password.length == 0 ? null : password);
      return keys(store, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "The key store that javax.net.ssl.keyStore names cannot be read", e);
    }
  }

  private static List<X509Certificate> some(List<X509Certificate> found, String none) {
    if (found.isEmpty()) {
      throw new IllegalArgumentException(none);
    }
    return Collections.unmodifiableList(found);
  }
}
