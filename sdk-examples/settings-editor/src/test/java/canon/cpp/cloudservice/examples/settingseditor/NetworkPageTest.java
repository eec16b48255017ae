package canon.cpp.cloudservice.examples.settingseditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.examples.settingseditor.connection.Connections;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkChoice;
import canon.cpp.cloudservice.examples.settingseditor.connection.NetworkStore;
import canon.cpp.cloudservice.examples.settingseditor.demo.DemoWorld;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.TrustSettings;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPageTest {
  private static final int CLOSED_PORT = 9;
  private static final Map<String, String> PROXY =
      Map.of(
          "proxyHost", "127.0.0.1", "proxyPort", "9", "proxyUser", "u", "proxyPassword", "hunter2");

  private static DemoWorld world;
  private final Browser browser = new Browser(world);

  @BeforeAll
  static void start() throws Exception {
    world = DemoWorld.start(0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Addresses of this machine are reached directly, so this service is elsewhere. */
  @Test
  void aProxyIsUsedFromTheNextRequestOn(@TempDir Path folder) {
    NetworkStore store = NetworkStore.in(folder);
    try (Connections connections = connections(store)) {
      connections.change(new NetworkChoice("127.0.0.1", CLOSED_PORT, "", "", ""));

      Diagnosis diagnosis = connections.current().client().diagnose().execute();

      assertThat(diagnosis.isHealthy()).isFalse();
      assertThat(diagnosis.toText()).contains("127.0.0.1:" + CLOSED_PORT);
    }
    try (Connections restarted = connections(store)) {
      assertThat(restarted.current().choice().proxyHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void certificatesAreTrustedFromTheNextRequestOn(@TempDir Path folder) throws Exception {
    HttpRequest request =
        HttpRequest.of("GET", world.people().microsoft().jwksUri(), Duration.ofSeconds(10));
    String pem = world.people().microsoft().caCertificatePem();
    try (Connections connections = connections(NetworkStore.in(folder))) {
      assertThatExceptionOfType(HttpTransportException.class)
          .isThrownBy(() -> connections.current().network().send(request))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(HttpTransportException.Reason.TLS));

      connections.change(new NetworkChoice("", 8080, "", "", pem));

      assertThat(connections.current().network().send(request).status()).isEqualTo(200);
    }
    try (Connections restarted = connections(NetworkStore.in(folder))) {
      assertThat(restarted.current().network().send(request).status()).isEqualTo(200);
    }
  }

  @Test
  void aNewNetworkEndsTheSignIns() {
    browser.signInAtMicrosoft("admin@contoso.com");
    Browser other = new Browser(world);
    other.signInAtGoogle("boss@gmail.com");

    assertThat(save(PROXY).body()).doesNotContain("Signed in as");

    assertThat(other.get("/cloud/members").body()).contains("Sign in first.");
  }

  @Test
  void settingsThatAreNotValidChangeNothing() {
    browser.signInAtMicrosoft("admin@contoso.com");

    assertThat(save(Map.of("certificates", "not PEM")).body())
        .contains("These settings are not valid. Nothing was changed.", "Signed in as");
    assertThat(save(Map.of("proxyHost", "a b")).body()).contains("not valid");
    assertThat(save(Map.of("proxyHost", "proxy", "proxyPort", "x")).body()).contains("not valid");
  }

  @AfterEach
  void goDirect() {
    save(Map.of("proxyHost", ""));
  }

  @Test
  void thePasswordIsKeptInAFileOfThisUserAndNotShown() throws Exception {
    save(PROXY);

    assertThat(save(Map.of("proxyHost", "127.0.0.1", "proxyUser", "u")).body())
        .contains("A password is kept.")
        .doesNotContain("hunter2");
    assertThat(world.folder().resolve("network.properties"))
        .content()
        .contains("proxy.password=hunter2");
    assertThat(Files.getPosixFilePermissions(world.folder().resolve("network.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static Connections connections(NetworkStore store) {
    return new Connections(
        URI.create("https://cloud.invalid"), TrustSettings.system(), network -> Map.of(), store);
  }

  private HttpResponse<String> save(Map<String, String> fields) {
    return browser.submit("/cloud/network", "/cloud/network", fields);
  }
}
