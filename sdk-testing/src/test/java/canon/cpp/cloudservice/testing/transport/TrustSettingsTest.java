package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.http.TrustSettings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustSettingsTest {
  private final TestCertificates certificates = TestCertificates.shared();

  @Test
  void readsAuthoritiesFromAFileWithTextAroundThem(@TempDir Path folder) throws Exception {
    var file = folder.resolve("ca.pem");
    Files.writeString(
        file, "Our CA:\n" + certificates.authorityPem() + "\n" + certificates.authorityPem());

    var trust = TrustSettings.system().withTrustAnchors(file);

    assertThat(trust).hasToString("the system's authorities and 2 given");
  }

  @ParameterizedTest
  @EnumSource(Untidy.class)
  void readsUntidyFiles(Untidy kind) {
    String tidy = certificates.authorityPem() + certificates.authorityPem();

    var trust = TrustSettings.system().withTrustAnchors(kind.write(tidy));

    assertThat(trust).hasToString("the system's authorities and 2 given");
  }

  enum Untidy {
    GLUED,
    INDENTED,
    BYTE_ORDER_MARKS,
    UTF_16,
    CARRIAGE_RETURNS;

    byte[] write(String pem) {
      return switch (this) {
        case GLUED -> pem.replace("-----\n-----", "----------").getBytes(StandardCharsets.US_ASCII);
        case INDENTED -> pem.replaceAll("(?m)^", " \t").getBytes(StandardCharsets.US_ASCII);
        case BYTE_ORDER_MARKS ->
            pem.replace("-----BEGIN", "\uFEFF-----BEGIN").getBytes(StandardCharsets.UTF_8);
        case UTF_16 -> pem.getBytes(StandardCharsets.UTF_16);
        case CARRIAGE_RETURNS -> pem.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
      };
    }
  }

  @Test
  void rejectsACertificateWithoutAnEnd() {
    byte[] pem =
        certificates
            .authorityPem()
            .replace("-----END CERTIFICATE-----", "")
            .getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> TrustSettings.system().withTrustAnchors(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no end line");
  }

  @Test
  void rejectsAMissingFile(@TempDir Path folder) {
    assertThatThrownBy(() -> TrustSettings.system().withTrustAnchors(folder.resolve("none.pem")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing at all",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
      })
  void rejectsTextThatIsNotACertificate(String pem) {
    var trust = TrustSettings.system();

    assertThatThrownBy(() -> trust.withTrustAnchors(pem.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PEM");
  }

  @Test
  void rejectsAnEmptyTrustStore() throws Exception {
    var empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);

    assertThatThrownBy(() -> TrustSettings.only(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no trusted certificate");
  }

  @Test
  void rejectsAKeyStoreWithoutAKey() {
    var trust = TrustSettings.system();

    assertThatThrownBy(
            () -> trust.withClientCertificate(certificates.trustStore(), certificates.password()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no private key");
  }

  @Test
  void rejectsAWrongPassword() {
    var trust = TrustSettings.system();
    var keys = certificates.keyStore(TestCertificates.CLIENT);

    assertThatThrownBy(() -> trust.withClientCertificate(keys, "wrong".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password");
  }
}
