package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The service reads a request and closes the connection, Java retransmits it by itself through a
 * new tunnel, and the proxy rejects that tunnel: the request may have been sent.
 */
class RepetitionThroughProxyTest {
  @AutoClose private final Opened opened = new Opened();
  private final TestServer service =
      opened.add(
          TestServer.tls(
              TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory(),
              TestExchange::close));

  @ParameterizedTest
  @CsvSource({"403, PROXY", "407, PROXY", "503, CONNECT"})
  void mayHaveBeenSentOnHttpUrlConnection(int status, Reason reason) {
    var proxy = refusingTheSecondTime(status);
    var request =
        HttpRequest.of("POST", service.uri("/"), Duration.ofSeconds(20))
            .withBody(new byte[] {'{', '}'});
    try (var transport =
        HttpTransport.urlConnection()
            .proxy(ProxySettings.of("localhost", proxy.port()))
            .trust(TrustSettings.only(TestCertificates.shared().trustStore()))
            .build()) {
      var failure =
          catchThrowableOfType(HttpTransportException.class, () -> transport.send(request));

      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.mayHaveBeenSent()).isTrue();
      assertThat(service.requests()).hasSize(1);
      assertThat(proxy.requests()).hasSizeGreaterThan(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, PROXY", "407, PROXY", "503, CONNECT"})
  void mayHaveBeenSentOnHttpClient(int status, Reason reason) throws Exception {
    var proxy = refusingTheSecondTime(status);

    var output = repeating(service.uri("/").toString(), proxy);

    assertThat(output).contains("failed " + reason + " sent");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void mayHaveBeenSentOnHttpClientInClear() throws Exception {
    var rejects = new AtomicBoolean();
    var proxy =
        opened.clear(
            exchange -> {
              if (rejects.compareAndSet(false, true)) {
                exchange.close();
              } else {
                exchange.respond(407, "", "Proxy-Authenticate: Basic realm=\"test\"");
              }
            });

    var output = repeating("http://service.invalid/", proxy);

    assertThat(output).contains("failed PROXY sent");
    assertThat(proxy.requests()).hasSize(2);
  }

  private TestServer refusingTheSecondTime(int status) {
    var rejects = new AtomicBoolean();
    return opened.clear(
        exchange -> {
          if (rejects.compareAndSet(false, true)) {
            exchange.tunnelTo(service.port());
          } else {
            exchange.respond(status, "", "Proxy-Authenticate: Basic realm=\"test\"");
          }
        });
  }

  /** That Java's client repeats a POST is a setting for a whole JVM. */
  private static String repeating(String address, TestServer proxy) throws Exception {
    return ChildJvm.oneCall(
        List.of("-Djdk.httpclient.enableAllMethodRetry"),
        "jdk",
        address,
        "trust",
        TestCertificates.shared().authorityPem(),
        "proxy",
        "localhost:" + proxy.port());
  }
}
