package canon.cpp.cloudservice.testing.internal.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.TrustSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FakeCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(FakeCommand.Started started, String... arguments) {
    CommandLine command = FakeServerMain.commandLine(started);
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private int run(String... arguments) {
    return run(server -> {}, arguments);
  }

  @Test
  void printsOneLineWithItsAddressWhenReady() {
    int[] port = new int[1];

    int code = run(server -> port[0] = server.address().getPort(), "--port", "0");

    assertThat(code).isZero();
    assertThat(out)
        .hasToString(
            "The fake PRISMAsync cloud service is ready at http://127.0.0.1:"
                + port[0]
                + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("--port", "--seed", "--listen", "--name", "--tls", "--tls-ca", "Exit codes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=x",
        "--port=65536",
        "--port=-1",
        "--prot=1",
        "--tls-ca=ca.pem",
        "--name=a/b",
        "--name=fake:8080",
        "--name=cafe:8080",
        "--name=cloud_service",
        "word"
      })
  void anInvalidCommandLineIsReportedWithAReferenceToHelp(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString()).contains("--help").hasLineCount(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aNameWithAnUnderscoreIsRejectedBecauseNoJavaClientCanAddressIt() {
    assertThat(run("--name=cloud_service")).isEqualTo(2);
    assertThat(err.toString()).contains("underscore", "cloud_service", "Use a hyphen");
  }

  @Test
  void aPortInUseIsReported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
      assertThat(err.toString())
          .startsWith("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be bound")
          .contains("--port")
          .hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {~'version': 1,~'sites': [}                                        | line 3, column 11 is not JSON
          {~'version': 2}                                                    | , line 2: $.version must be 1
          {'version': 1,~'sites': [~{'members': [~{'lists': {}}]}]}          | , line 4: $.sites[0].members[0].email is missing
          {'version': 1,~'sites': [~{'members': [],~'printer': []}]}         | , line 3: $.sites[0] has an unknown field
          {'version': 1,~'sites': [~{'members': [~{'email': 'J.D@gmail.com', 'lists': {'remote-match': 'active'}},~{'email': 'jd@gmail.com', 'lists': {'remote-match': 'active'}}]}]}| , line 5: $.sites[0].members[1].email has the same value as $.sites[0].members[0]: jd@gmail.com
          {'version': 1,~'licences': {~'7': [~'fax']}}                       | , line 3: $.licences.7 names an unknown application
          {'version': 1,~'tokens': [~{'token': 't',~'account': {'email': 'j'}}]} | , line 4: $.tokens[0].account.email is not valid: An e-mail
          {'version': 1,~'tokens': [~{'token': 't',~'account': {'email': 'j', 'provider': 'google'}}]} | , line 4: $.tokens[0].account.email is not valid
          """)
  void anInvalidSeedIsReportedWithItsLine(String seed, String problem) throws IOException {
    Path file =
        Files.writeString(folder.resolve("seed.json"), seed.replace('\'', '"').replace('~', '\n'));

    assertThat(run("--port", "0", "--seed", file.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith(file.toString()).contains(problem).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnreadableOrContradictorySeedIsReported() throws IOException {
    assertThat(run("--port", "0", "--seed", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(run("--port", "0", "--seed", folder.toString())).isEqualTo(1);
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xe4});
    assertThat(run("--port", "0", "--seed", latin.toString())).isEqualTo(1);
    Path twice =
        Files.writeString(
            folder.resolve("twice"),
            "{\"version\":1,\"sites\":[{\"id\":\"sit_1\"},{\"id\":\"sit_1\"}]}");
    assertThat(run("--port", "0", "--seed", twice.toString())).isEqualTo(1);

    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("There is no file "),
            line -> assertThat(line).contains("cannot be read"),
            line -> assertThat(line).endsWith("latin is not UTF-8"),
            line ->
                assertThat(line)
                    .contains("twice, line 1: $.sites[1].id has the same value")
                    .endsWith(": sit_1"));
  }

  @Test
  void aSeedThatIsNestedTooDeeplyIsReported() throws IOException {
    Path deep = Files.writeString(folder.resolve("deep"), "[".repeat(1001));

    assertThat(run("--port", "0", "--seed", deep.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith(deep + ": ").contains("cannot be read").hasLineCount(1);
  }

  @Test
  void anAddressOfAnotherMachineIsReportedInsteadOfThePort() {
    assertThat(run("--port=0", "--listen=192.0.2.1")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("--listen is not an address of this machine: 192.0.2.1")
        .doesNotContain("--port")
        .hasLineCount(1);
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "It has no loopback address but 127.0.0.1")
  void theCertificateIsValidForTheAnnouncedAddress() {
    FakeCommand.Started look =
        server -> {
          try {
            assertThat(namesOf(server)).contains(server.address().getHost());
          } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
          }
        };

    assertThat(run(look, "--port=0", "--tls", "--listen=127.0.0.2")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("https://127.0.0.2:");
  }

  @Test
  void listeningForOtherMachinesPrintsAWarning() {
    URI[] address = new URI[1];

    assertThat(run(server -> address[0] = server.address(), "--port=0", "--listen=0.0.0.0"))
        .isZero();

    assertThat(err.toString())
        .startsWith("Warning: every program that reaches this machine")
        .hasLineCount(1);
    assertThat(address[0].getHost()).isEqualTo("127.0.0.1");
    assertThat(run("--port=0", "--listen=999.0.0.1")).isEqualTo(1);
  }

  @Test
  void withTlsItsAuthorityIsWrittenAndItsNamesAreValid() {
    Path authority = folder.resolve("ca.pem");
    FakeCommand.Started ask =
        server -> {
          try (HttpTransport transport =
              HttpTransport.jdk()
                  .trust(TrustSettings.system().withTrustAnchors(authority))
                  .build()) {
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
              URI uri =
                  URI.create("https://" + host + ":" + server.address().getPort() + "/_fake/clock");
              var answer = transport.send(HttpRequest.of("GET", uri, Duration.ofSeconds(20)));
              assertThat(new String(answer.body(), UTF_8)).contains("2030-01-01");
            }
            assertThat(namesOf(server)).contains("fake.test", "10.0.0.7");
          } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
          }
        };

    int code =
        run(
            ask,
            "--port=0",
            "--tls",
            "--name=fake.test",
            "--name=10.0.0.7",
            "--tls-ca",
            authority.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("https://127.0.0.1:");
    assertThat(run("--port=0", "--tls", "--tls-ca", folder.resolve("no/such").toString()))
        .isEqualTo(1);
  }

  /** The names in the certificate, which is read and not trusted. */
  private static List<String> namesOf(StandaloneServer server)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> seen = new ArrayList<>();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Looking(seen)}, null);
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(server.address().getHost(), server.address().getPort())) {
      socket.startHandshake();
    }
    return seen.get(0).getSubjectAlternativeNames().stream()
        .map(name -> String.valueOf(name.get(1)))
        .toList();
  }

  /** Accepts any certificate, and records it. */
  private record Looking(List<X509Certificate> seen) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      seen.add(chain[0]);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
