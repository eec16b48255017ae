package canon.cpp.cloudservice.testing.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys and certificates, made on the spot by Java's {@code keytool}, once for each JVM. All but
 * {@link #SELF_SIGNED} are issued by an authority of the kit or, one, by an authority that is not
 * trusted.
 */
final class KeytoolCertificates {
  static final String LOCALHOST = "localhost";
  static final String OTHER_HOST = "other-host";
  static final String EXPIRED = "expired";
  static final String NOT_YET_VALID = "not-yet-valid";
  static final String SELF_SIGNED = "self-signed";
  static final String UNKNOWN_AUTHORITY = "unknown-authority";
  static final String CLIENT = "client";

  private static final String AUTHORITY = "authority";
  private static final String STRANGER = "stranger";
  private static final String SAN = "san=dns:localhost,ip:127.0.0.1";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final class Lazy {
    static final KeytoolCertificates INSTANCE = new KeytoolCertificates();
  }

  private final KeyStore all;

  private KeytoolCertificates() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path file = folder.resolve("all.p12");
      make(file, AUTHORITY, AUTHORITY, "bc:c");
      make(file, STRANGER, STRANGER, "bc:c");
      make(file, LOCALHOST, AUTHORITY, SAN);
      make(file, OTHER_HOST, AUTHORITY, "san=dns:other.example");
      make(file, EXPIRED, AUTHORITY, SAN, "-startdate", "-10d", "-validity", "5");
      make(file, NOT_YET_VALID, AUTHORITY, SAN, "-startdate", "+10d");
      make(file, SELF_SIGNED, SELF_SIGNED, SAN);
      make(file, UNKNOWN_AUTHORITY, STRANGER, SAN);
      make(file, CLIENT, AUTHORITY, "eku=clientAuth");
      all = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        all.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static KeytoolCertificates made() {
    return Lazy.INSTANCE;
  }

  /** A trust store with nothing but the kit's authority. */
  KeyStore trustStore() {
    try {
      KeyStore store = empty();
      store.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate of the kit's authority. */
  String authorityPem() {
    try {
      byte[] der = all.getCertificate(AUTHORITY).getEncoded();
      String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key store with one key and the certificates that lead to its authority. */
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

  /** TLS for a server that shows one of the certificates. */
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

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file, String name, String issuer, String ext, String... more)
      throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        new ArrayList<>(
            Arrays.asList(keytool, "-genkeypair", "-alias", name, "-dname", "CN=Kit's " + name));
    command.addAll(Arrays.asList("-keyalg", "EC", "-groupname", "secp256r1", "-ext", ext));
    command.addAll(Arrays.asList("-keystore", file.toString(), "-storetype", "PKCS12"));
    command.addAll(Arrays.asList("-storepass", new String(PASSWORD)));
    if (!issuer.equals(name)) {
      command.addAll(Arrays.asList("-signer", issuer));
    }
    command.addAll(Arrays.asList(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("keytool failed: " + output);
    }
  }
}
