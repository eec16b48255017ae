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
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads certificates and keys. */
public final class KeyMaterial {
  private KeyMaterial() {}

  /** Returns the certificates in PEM text, or in DER. */
  public static List<X509Certificate> certificates(byte[] pem) {
    List<PemBlock> blocks = PemBlock.read(pem);
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      if (blocks.isEmpty()) {
        for (Certificate certificate :
            factory.generateCertificates(new ByteArrayInputStream(pem))) {
          certificates.add((X509Certificate) certificate);
        }
      }
      for (PemBlock block : blocks) {
        if (block.is("CERTIFICATE") || block.is("X509 CERTIFICATE")) {
          certificates.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(block.content())));
        }
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("The text is not a certificate in PEM form", e);
    }
    return nonEmpty(certificates, "The PEM text contains no certificate");
  }

  /** Returns the trusted certificates of a trust store. */
  public static List<X509Certificate> trusted(KeyStore store) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          certificates.add(certificate);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The trust store cannot be read", e);
    }
    return nonEmpty(certificates, "The trust store contains no trusted certificate");
  }

  /** Returns the key managers for the keys in a key store. */
  public static KeyManager[] keys(KeyStore store, char[] password) {
    try {
      boolean hasKey = false;
      for (String alias : Collections.list(store.aliases())) {
        hasKey |= store.isKeyEntry(alias);
      }
      if (!hasKey) {
        throw new IllegalArgumentException("The key store contains no private key");
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The private key cannot be read; check the password", e);
    }
  }

  /** Returns the keys of {@code javax.net.ssl.keyStore}, as the JVM's default context does. */
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

  private static List<X509Certificate> nonEmpty(List<X509Certificate> found, String message) {
    if (found.isEmpty()) {
      throw new IllegalArgumentException(message);
    }
    return Collections.unmodifiableList(found);
  }
}
