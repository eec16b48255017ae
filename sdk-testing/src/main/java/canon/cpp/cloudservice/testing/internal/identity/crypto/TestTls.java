package canon.cpp.cloudservice.testing.internal.identity.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS for servers on this machine, under a private authority. There is one in a JVM, so that a
 * client that trusts it can connect to all fakes. Its keys never leave the JVM.
 */
public final class TestTls {
  private static final String AUTHORITY_NAME = "PRISMAsync SDK test authority";
  private static final char[] IN_MEMORY_ONLY = "in memory only".toCharArray();

  private final X509Certificate authority;
  private final SSLContext server;
  private final SSLContext client;

  private TestTls(List<String> names) {
    try {
      KeyPair authorityKeys = keys();
      KeyPair serverKeys = keys();
      authority = Certificates.authority(AUTHORITY_NAME, authorityKeys);
      X509Certificate certificate =
          Certificates.server(serverKeys.getPublic(), names, AUTHORITY_NAME, authorityKeys);
      server = server(serverKeys, certificate, authority);
      client = client(authority);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS could not be set up", e);
    }
  }

  public static TestTls shared() {
    return Shared.TLS;
  }

  /** Returns a TLS context of its own, for a server with more names than localhost. */
  public static TestTls alsoFor(Collection<String> names) {
    return new TestTls(List.copyOf(names));
  }

  public X509Certificate authority() {
    return authority;
  }

  public SSLContext server() {
    return server;
  }

  public SSLContext client() {
    return client;
  }

  /** Elliptic curve keys are created quickly. */
  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static SSLContext server(KeyPair keys, X509Certificate own, X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "server", keys.getPrivate(), IN_MEMORY_ONLY, new Certificate[] {own, authority});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, IN_MEMORY_ONLY);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext client(X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("authority", authority);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** Created on first use. */
  private static final class Shared {
    static final TestTls TLS = new TestTls(List.of());
  }
}
