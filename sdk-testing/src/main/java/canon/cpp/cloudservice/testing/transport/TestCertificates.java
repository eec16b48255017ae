package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Certificates;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The keys and certificates of the kit, created once for each JVM. {@link #SELF_SIGNED} is signed
 * by itself and {@link #UNKNOWN_AUTHORITY} by an authority that is not trusted; the kit's authority
 * issues all others.
 */
final class TestCertificates {
  static final String LOCALHOST = "localhost";
  static final String OTHER_HOST = "other-host";
  static final String EXPIRED = "expired";
  static final String NOT_YET_VALID = "not-yet-valid";
  static final String SELF_SIGNED = "self-signed";
  static final String UNKNOWN_AUTHORITY = "unknown-authority";
  static final String CLIENT = "client";

  private static final String AUTHORITY = "authority";
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final class Lazy {
    static final TestCertificates INSTANCE = new TestCertificates();
  }

  private final X509Certificate authority;
  private final KeyPair authorityKeys = keys();
  private final KeyStore all;

  private TestCertificates() {
    try {
      Instant now = Instant.now();
      Instant yesterday = now.minus(Duration.ofDays(1));
      Instant nextMonth = now.plus(Duration.ofDays(30));
      authority = Certificates.authority(name(AUTHORITY), authorityKeys);
      all = empty();
      issue(LOCALHOST, LOOPBACK, yesterday, nextMonth);
      issue(OTHER_HOST, List.of("other.example"), yesterday, nextMonth);
      issue(EXPIRED, LOOPBACK, now.minus(Duration.ofDays(10)), now.minus(Duration.ofDays(5)));
      issue(NOT_YET_VALID, LOOPBACK, now.plus(Duration.ofDays(10)), nextMonth);
      issue(CLIENT, List.of(), yesterday, nextMonth);
      KeyPair own = keys();
      put(
          SELF_SIGNED,
          own,
          Certificates.issued(
              name(SELF_SIGNED),
              own.getPublic(),
              LOOPBACK,
              yesterday,
              nextMonth,
              name(SELF_SIGNED),
              own));
      KeyPair keys = keys();
      KeyPair unknownKeys = keys();
      String unknown = name("untrusted authority");
      put(
          UNKNOWN_AUTHORITY,
          keys,
          Certificates.issued(
              name(UNKNOWN_AUTHORITY),
              keys.getPublic(),
              LOOPBACK,
              yesterday,
              nextMonth,
              unknown,
              unknownKeys),
          Certificates.authority(unknown, unknownKeys));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static TestCertificates shared() {
    return Lazy.INSTANCE;
  }

  /** Returns a trust store with only the kit's authority. */
  KeyStore trustStore() {
    try {
      KeyStore store = empty();
      store.setCertificateEntry(AUTHORITY, authority);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the certificate of the kit's authority. */
  String authorityPem() {
    return Pem.of(authority);
  }

  /** Returns a key store with one key and its certificate chain. */
  KeyStore keyStore(String name) {
    try {
      KeyStore store = empty();
      Certificate[] chain = all.getCertificateChain(name);
      store.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  char[] password() {
    return PASSWORD.clone();
  }

  /** Returns TLS for a server with one of the certificates. */
  SSLContext server(String name) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore(name), PASSWORD);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trustStore());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void issue(String name, List<String> hosts, Instant notBefore, Instant notAfter)
      throws GeneralSecurityException {
    KeyPair keys = keys();
    put(
        name,
        keys,
        Certificates.issued(
            name(name),
            keys.getPublic(),
            hosts,
            notBefore,
            notAfter,
            name(AUTHORITY),
            authorityKeys),
        authority);
  }

  private void put(String name, KeyPair keys, X509Certificate... chain)
      throws GeneralSecurityException {
    all.setKeyEntry(name, keys.getPrivate(), PASSWORD, chain);
  }

  private static String name(String name) {
    return "Test kit " + name;
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
