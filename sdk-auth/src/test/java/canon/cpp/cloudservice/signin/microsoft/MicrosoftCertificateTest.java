package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.FakeCertificate;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** msal4j dates its assertions with the machine's clock, so the fake uses that clock here. */
class MicrosoftCertificateTest {
  private static final char[] PASSWORD = "not-a-real-password".toCharArray();
  private final FakeCertificate mine = FakeCertificate.named("partner-tool");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTokenIsObtainedWithACertificate(boolean pem) throws GeneralSecurityException, IOException {
    MicrosoftCredential credential =
        pem
            ? pem(mine.certificatePem() + mine.privateKeyPem())
            : MicrosoftCredential.certificate(keyStore(mine), PASSWORD);

    try (FakeEntra fake = FakeEntra.start(Clock.systemUTC());
        Reroute network = Entra.network(fake);
        CachingTokenProvider tool = tool(fake, network, credential)) {
      assertThat(tool.token(TokenRequest.within(Entra.TIME)).expiresAt()).isPresent();
    }
  }

  @Test
  void aWrongClockOfThisMachineIsReported() {
    try (FakeEntra fake = FakeEntra.start(new FakeClock());
        Reroute network = Entra.network(fake);
        CachingTokenProvider tool =
            tool(fake, network, pem(mine.certificatePem() + mine.privateKeyPem()))) {
      AuthenticationException failure = Entra.failure(tool, TokenRequest.within(Entra.TIME));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
      assertThat(failure.getMessage()).contains("AADSTS700024", "Set this machine's clock");
    }
  }

  @Test
  void aKeyOfAnotherCertificateIsRejectedAtOnce() {
    FakeCertificate other = FakeCertificate.named("another-tool");

    assertThatThrownBy(() -> pem(mine.certificatePem() + other.privateKeyPem()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not belong to the first certificate");
  }

  @Test
  void theMissingPartIsNamedAndTheContentIsNotQuoted() {
    String key = mine.privateKeyPem();

    assertThatThrownBy(() -> pem(mine.certificatePem()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() -> pem(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pem(mine.certificatePem() + key.replaceAll("(?s)MII.{40}", "MII")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The private key is not an RSA key in PKCS #8 form")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"glued", "indented", "byte order marks", "line ends of Windows", "text"})
  void untidyFilesAreRead(String kind) {
    String tidy = mine.certificatePem() + mine.certificatePem() + mine.privateKeyPem();
    String untidy =
        switch (kind) {
          case "glued" -> tidy.replace("-----\n-----", "----------");
          case "indented" -> tidy.replaceAll("(?m)^", "  \t");
          case "byte order marks" -> "\uFEFF" + tidy.replace("-----BEGIN", "\uFEFF-----BEGIN");
          case "line ends of Windows" -> tidy.replace("\n", "\r\n");
          default -> "Bag Attributes\n  friendlyName: tool\n" + tidy + "\nEnd of file";
        };
    byte[] pem = untidy.getBytes(StandardCharsets.UTF_8);

    assertThat(MicrosoftCredential.certificate(pem)).isNotNull();
  }

  @Test
  void aWrongPasswordIsReported() throws GeneralSecurityException, IOException {
    KeyStore store = keyStore(mine);

    assertThatThrownBy(() -> MicrosoftCredential.certificate(store, "wrong".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Check the password");
  }

  @Test
  void aCredentialDoesNotPrintItsContent() {
    assertThat(pem(mine.certificatePem() + mine.privateKeyPem()))
        .hasToString("MicrosoftCredential[hidden]");
  }

  private static MicrosoftCredential pem(String text) {
    return MicrosoftCredential.certificate(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static KeyStore keyStore(FakeCertificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "tool", certificate.privateKey(), PASSWORD, new Certificate[] {certificate.certificate()});
    return store;
  }

  private CachingTokenProvider tool(
      FakeEntra fake, Reroute network, MicrosoftCredential credential) {
    EntraApp app = fake.app("partner-tool").certificate(mine.certificate());
    String tenant = fake.tenant("contoso.com").id();
    return MicrosoftApp.of(network, app.clientId(), fake.apiId())
        .authority(fake.address())
        .inTenant(tenant)
        .unattended(credential);
  }
}
