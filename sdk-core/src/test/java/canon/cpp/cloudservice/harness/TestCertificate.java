package canon.cpp.cloudservice.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost}, made once for all tests by the JDK's keytool. */
public final class TestCertificate {
  public static final String PASSWORD = "changeit";

  private static final TestCertificate LOCALHOST = create();

  private final Path file;
  private final KeyStore keys;

  private TestCertificate(Path file, KeyStore keys) {
    this.file = file;
    this.keys = keys;
  }

  public static TestCertificate localhost() {
    return LOCALHOST;
  }

  private static TestCertificate create() {
    try {
      Path folder = Files.createTempDirectory("test-certificate");
      Path file = folder.resolve("keys.p12");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of("-genkeypair", "-dname", "CN=localhost", "-ext", "san=dns:localhost"));
      command.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12", "-storepass", PASSWORD));
      command.addAll(List.of("-keystore", file.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      file.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      return new TestCertificate(
          file, KeyStore.getInstance(new File(file.toString()), PASSWORD.toCharArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key store with the key, of type PKCS12 and with the {@link #PASSWORD}. */
  public Path file() {
    return file;
  }

  /** Returns what a server needs to show the certificate. */
  public SSLContext server() {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public X509Certificate certificate() {
    try {
      return (X509Certificate) keys.getCertificate(keys.aliases().nextElement());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
