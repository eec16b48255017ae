package canon.cpp.cloudservice.internal.jdk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.TrustSettings;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WireMock speaks both versions at both ports, so what it sees is the transport's choice. */
class HttpVersionTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static Path keys;

  private WireMockServer server;

  @BeforeAll
  static void makeACertificate() throws Exception {
    keys = folder.resolve("keys.p12");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    command.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", keys.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  @BeforeEach
  void start() {
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .jettyAcceptors(1)
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("well")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void isTwoOverTls() throws Exception {
    assertThat(protocolAt("https://localhost:" + server.httpsPort())).isEqualTo("HTTP/2.0");
  }

  @Test
  void isOneInClear() throws Exception {
    assertThat(protocolAt("http://localhost:" + server.port())).isEqualTo("HTTP/1.1");
  }

  @Test
  void aBodyThatDripsOverTwoEndsInTimeAndLeavesOthersAlone() throws Exception {
    var drip = aResponse().withBody("x".repeat(1000)).withChunkedDribbleDelay(1000, 60_000);
    server.stubFor(any(urlEqualTo("/drip")).willReturn(drip));
    var address = "https://localhost:" + server.httpsPort();
    try (var transport = HttpTransport.jdk().trust(TrustSettings.only(trusted())).build()) {
      var other = HttpRequest.of("GET", URI.create(address), Duration.ofSeconds(20));
      var request = HttpRequest.of("GET", URI.create(address + "/drip"), Duration.ofSeconds(1));
      assertThat(transport.send(other).status()).isEqualTo(200);

      var start = System.nanoTime();
      assertThatThrownBy(() -> transport.send(request))
          .isInstanceOfSatisfying(
              HttpTransportException.class,
              e -> assertThat(e.reason()).isEqualTo(HttpTransportException.Reason.TIMEOUT));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(transport.send(other).status()).isEqualTo(200);
    }
  }

  private String protocolAt(String address) throws Exception {
    var trust = TrustSettings.only(trusted());
    try (var transport = HttpTransport.jdk().trust(trust).build()) {
      var request = HttpRequest.of("GET", URI.create(address), Duration.ofSeconds(20));

      assertThat(transport.send(request).status()).isEqualTo(200);
      assertThat(transport.sendAsync(request).get().status()).isEqualTo(200);
    }
    var protocols =
        server.getAllServeEvents().stream().map(event -> event.getRequest().getProtocol());
    return protocols.distinct().reduce((a, b) -> a + ", " + b).orElse("none");
  }

  private static KeyStore trusted() throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    var made = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    trusted.setCertificateEntry("own", made.getCertificate(made.aliases().nextElement()));
    return trusted;
  }
}
