package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour that depends on settings of a whole JVM, tested in a child JVM. */
class JvmWideSettingsTest {
  private static final String OWN = "canon.cpp.cloudservice.http.";
  private static final String LOG_CLASSES = "-Xlog:class+load:stdout";
  private static final String ENABLE_BASIC = "-Djdk.http.auth.tunneling.disabledSchemes=";

  @ParameterizedTest
  @CsvSource({
    "urlConnection, java.net.http.",
    "urlConnection, canon.cpp.cloudservice.internal.jdk.",
    "jdk, canon.cpp.cloudservice.internal.urlconnection.",
    "jdk, java.net.HttpURLConnection"
  })
  void choosingATransportLoadsNoClassOfTheOther(String transport, String other) throws Exception {
    try (var server = TestServer.clear(exchange -> exchange.respond(200, "well"))) {
      var output = oneCall(List.of(LOG_CLASSES), transport, server.uri("/").toString());

      assertThat(output.lines().filter(line -> line.startsWith("answered"))).hasSize(1);
      assertThat(output.lines().filter(line -> line.contains(" " + OWN))).isNotEmpty();
      assertThat(output.lines().filter(line -> line.contains(" " + other))).isEmpty();
    }
  }

  @Test
  void javaSendsAPostTwiceWhenTheConnectionBreaks() throws Exception {
    try (var server = TestServer.clear(TestExchange::close)) {
      var output = oneCall(List.of(), "urlConnection", server.uri("/").toString());

      assertThat(output).contains("failed CONNECTION_LOST sent");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void javaSendsAPostOnceWithTheSystemProperty() throws Exception {
    try (var server = TestServer.clear(TestExchange::close)) {
      var options = List.of("-Dsun.net.http.retryPost=false");

      var output = oneCall(options, "urlConnection", server.uri("/").toString());

      assertThat(output).contains("failed CONNECTION_LOST sent");
      assertThat(server.requests()).hasSize(1);
    }
  }

  /**
   * At this size a thread of the JDK's client never comes back; in the test's JVM it would stay.
   */
  @ParameterizedTest
  @CsvSource({
    "jdk, BLOCKING, TIMEOUT",
    "jdk, ASYNCHRONOUS, TIMEOUT",
    "urlConnection, BLOCKING, CONNECTION_LOST",
    "urlConnection, ASYNCHRONOUS, CONNECTION_LOST"
  })
  void anInvalidChunkSizeEndsTheRequest(String transport, String mode, String reason)
      throws Exception {
    try (var server =
        TestServer.clear(
            exchange -> {
              exchange.write(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\nsome");
              exchange.close();
            })) {
      var address = server.uri("/").toString();

      var output = oneCall(List.of(), transport, address, "mode", mode, "millis", "2000");

      assertThat(output).contains("failed " + reason + " sent");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BLOCKING", "ASYNCHRONOUS"})
  void invalidChunkSizesDoNotStopTheTransport(String mode) throws Exception {
    try (var server =
        TestServer.clear(
            exchange -> {
              if (exchange.request().target().equals("/endless")) {
                exchange.write(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\nsome");
                exchange.stall();
              } else {
                exchange.respond(200, "well");
              }
            })) {
      var address = server.uri("/").toString();
      var endless = server.uri("/endless").toString();

      var output = oneCall(List.of(), "jdk", address, "mode", mode, "after", endless);

      assertThat(output).contains("answered 200 well");
    }
  }

  /** As in an image of jlink, in which nothing requires jdk.crypto.ec. Java 22 needs no module. */
  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void aRuntimeWithoutEllipticCurvesIsNamed(String transport) throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
    try (var server = TestServer.tls(sockets, exchange -> exchange.respond(200, "well"))) {
      var options = List.of("--limit-modules", "java.se,jdk.unsupported,jdk.httpserver");

      var output = oneCall(options, transport, server.uri("/").toString(), "trust", authority());

      assertThat(output)
          .contains(
              Runtime.version().feature() < 22
                  ? "this Java runtime has no elliptic curves, because its image lacks the module"
                      + " jdk.crypto.ec"
                  : "answered 200 well");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void aDiagnosisSaysWhatToAddToARuntimeWithoutEllipticCurves(String transport) throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
    try (var server = TestServer.tls(sockets, exchange -> exchange.respond(200, "well"))) {
      var options = List.of("--limit-modules", "java.se,jdk.unsupported,jdk.httpserver");

      var output =
          ChildJvm.run(
              OneDiagnosis.class, options, transport, server.uri("/").toString(), authority());

      if (Runtime.version().feature() < 22) {
        assertThat(output)
            .contains("; this Java runtime has no elliptic curves")
            .contains(" | Build the runtime image with jlink --add-modules jdk.crypto.ec.")
            .doesNotContain("firewall");
      } else {
        assertThat(output).doesNotContain("elliptic");
      }
    }
  }

  /** TLS is set up by the first https request, so that one reports it. */
  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void aTrustStoreThatCannotBeReadIsNamed(String transport, @TempDir Path folder) throws Exception {
    Path damaged = Files.writeString(folder.resolve("trust.p12"), "not a key store");
    var options = List.of("-Djavax.net.ssl.trustStore=" + damaged);

    try (var server = TestServer.clear(exchange -> exchange.respond(200, "well"))) {
      var output = oneCall(options, transport, "https://localhost:" + server.port() + "/");

      assertThat(output)
          .contains("failed TLS unsent TLS cannot be set up")
          .contains("javax.net.ssl.trustStore");
      assertThat(oneCall(options, transport, server.uri("/").toString()))
          .as("without TLS")
          .contains("answered 200 well");
    }
  }

  /** The connection that is refused is that of the retransmission. */
  @Test
  void aFailedRetransmissionByJavaMayHaveBeenSent() throws Exception {
    var listening = new AtomicReference<TestServer>();
    try (var server =
        TestServer.clear(
            exchange -> {
              listening.get().close();
              exchange.close();
            })) {
      listening.set(server);

      var options = List.of("-Djdk.httpclient.enableAllMethodRetry");

      var output = oneCall(options, "jdk", server.uri("/").toString());

      assertThat(output).contains("failed CONNECT sent");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void theHostNameIsCheckedWhateverTheDefaultVerifier(String transport) throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.OTHER_HOST).getServerSocketFactory();
    try (var server = TestServer.tls(sockets, exchange -> exchange.respond(200, ""))) {
      var address = server.uri("/").toString();
      var options = List.of("-Djdk.internal.httpclient.disableHostnameVerification=true");

      var output =
          oneCall(options, transport, address, "trust", authority(), "verifier", "lenient");

      assertThat(output).contains("failed TLS unsent").contains("other.example");
    }
  }

  /** Such a handler trusts what it likes, and would send the token there. */
  @ParameterizedTest
  @ValueSource(strings = {"BLOCKING", "ASYNCHRONOUS"})
  void anHttpsHandlerWithoutAccessToCertificatesIsNotUsed(String mode) throws Exception {
    var output =
        oneCall(
            List.of(), "urlConnection", "https://localhost:1/", "handler", "foreign", "mode", mode);

    assertThat(output)
        .contains("failed TLS unsent")
        .contains("gives no access to the certificates")
        .doesNotContain("connected by the foreign handler");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void anAddedAuthorityIsTrustedWithThoseOfTheSystem(String transport) throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
    try (var server = TestServer.tls(sockets, exchange -> exchange.respond(200, "well"))) {
      var address = server.uri("/").toString();

      assertThat(oneCall(List.of(), transport, address, "trust", authority()))
          .contains("answered 200 well");
      assertThat(oneCall(List.of(), transport, address)).contains("failed TLS unsent");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void thePropertyThatAllowsAPasswordIsNamed(String transport) throws Exception {
    try (var proxy = passwordProxy(0)) {
      var output = throughProxy(List.of(), transport, "https://service.invalid/", proxy);

      assertThat(output).contains("failed PROXY unsent").contains(ENABLE_BASIC);
      assertThat(output).doesNotContain("open-sesame");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void aPasswordOpensATunnelWithTheProperty(String transport) throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
    try (var service = TestServer.tls(sockets, exchange -> exchange.respond(200, "well"));
        var proxy = passwordProxy(service.port())) {
      var address = service.uri("/").toString();

      var output = throughProxy(List.of(ENABLE_BASIC), transport, address, proxy);

      assertThat(output).contains("answered 200 well");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void theSystemProxyIsUsed(String transport) throws Exception {
    try (var proxy = TestServer.clear(exchange -> exchange.respond(200, "from the proxy"))) {
      var options = List.of("-Dhttp.proxyHost=localhost", "-Dhttp.proxyPort=" + proxy.port());

      assertThat(oneCall(options, transport, "http://service.invalid/"))
          .contains("answered 200 from the proxy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void aPasswordIsSentToAProxyForHttpToo(String transport) throws Exception {
    try (var proxy = passwordProxy(0)) {
      var output = throughProxy(List.of(), transport, "http://service.invalid/", proxy);

      assertThat(output).contains("answered 200 from the proxy");
    }
  }

  private static TestServer passwordProxy(int port) {
    // user:open-sesame
    var right = "Basic dXNlcjpvcGVuLXNlc2FtZQ==";
    return TestServer.clear(
        exchange -> {
          if (!exchange.request().hasHeader("Proxy-Authorization", right)) {
            exchange.respond(407, "", "Proxy-Authenticate: Basic realm=\"test\"");
          } else if (exchange.request().method().equals("CONNECT")) {
            exchange.tunnelTo(port);
          } else {
            exchange.respond(200, "from the proxy");
          }
        });
  }

  private static String throughProxy(
      List<String> options, String transport, String address, TestServer proxy) throws Exception {
    var at = "localhost:" + proxy.port();
    return oneCall(
        options, transport, address, "trust", authority(), "proxy", at, "user", "user:open-sesame");
  }

  private static String authority() {
    return TestCertificates.shared().authorityPem();
  }

  private static String oneCall(List<String> options, String... arguments) throws Exception {
    return ChildJvm.oneCall(options, arguments);
  }
}
