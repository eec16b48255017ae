package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.FakeClock;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTlsTest {
  private final FakeEntra fake = FakeEntra.start(new FakeClock());

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void aClientThatTrustsTheAuthorityConnects(String host) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", certificate(fake.caCertificatePem()));
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    var address = fake.jwksUri().toString().replace("localhost", host);

    var answer =
        HttpClient.newBuilder()
            .sslContext(tls)
            .build()
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatDoesNotTrustTheAuthorityCannotConnect() {
    var request = HttpRequest.newBuilder(fake.jwksUri()).build();

    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void bothProvidersShareOneAuthority() throws Exception {
    var authority = certificate(fake.caCertificatePem());

    authority.verify(authority.getPublicKey());
    authority.checkValidity();
    assertThat(authority.getBasicConstraints()).isNotNegative();
    assertThat(authority.getKeyUsage()[5]).as("may sign certificates").isTrue();
  }

  @Test
  void certificateAndKeyOfAnApplicationMatch() throws Exception {
    var made = FakeCertificate.named("partner-tool");

    var certificate = certificate(made.certificatePem());
    var base64 = made.privateKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
    var key =
        (RSAPrivateCrtKey)
            KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=partner-tool");
    assertThat(certificate.getBasicConstraints()).as("cannot sign certificates").isEqualTo(-1);
    assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus())
        .isEqualTo(key.getModulus());
    assertThat(made.toString()).doesNotContain(base64);
  }

  @Test
  void afterClosingTheServerDoesNotRespond() {
    var client = HttpClient.newBuilder().sslContext(fake.sslContext()).build();
    var request = HttpRequest.newBuilder(fake.jwksUri()).build();

    fake.close();

    assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
        .isInstanceOf(ConnectException.class);
  }

  private static X509Certificate certificate(String pem) throws Exception {
    var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
  }
}
