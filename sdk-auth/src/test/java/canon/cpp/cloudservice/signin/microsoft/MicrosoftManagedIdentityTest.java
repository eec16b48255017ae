package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import canon.cpp.cloudservice.testing.identity.FakeEntra;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** msal4j reads the environment of the process, so each test runs a process. */
class MicrosoftManagedIdentityTest {
  private final FakeEntra fake = FakeEntra.start(Clock.systemUTC());

  @BeforeEach
  void giveTheHostAnIdentity() {
    fake.runHostAs(fake.tenant("contoso.com"), fake.app("host"));
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private Map<String, String> appService() {
    return Map.of(
        "IDENTITY_ENDPOINT",
        fake.managedIdentityAddress() + "/msi/token",
        "IDENTITY_HEADER",
        fake.managedIdentityHeader());
  }

  private Map<String, String> virtualMachine() {
    return virtualMachine(fake.managedIdentityAddress().toString());
  }

  private static Map<String, String> virtualMachine(String address) {
    return Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", address);
  }

  private String run(String way, Map<String, String> environment, String... more) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of(way, fake.apiId()), Stream.of(more)).toArray(String[]::new);
    return new ChildJvm().logging("warn").with(environment).run(HostProgram.class, arguments);
  }

  @Test
  void anAppServiceProvidesAToken() throws Exception {
    assertThat(run("ours", appService())).contains("token=true kept=true dated=true");
    assertThat(fake.log().of(IdentityEndpoint.MANAGED_IDENTITY)).hasSize(1);
  }

  @Test
  void aVirtualMachineProvidesAToken() throws Exception {
    assertThat(run("ours", virtualMachine())).contains("token=true kept=true dated=true");
    assertThat(fake.log().of(IdentityEndpoint.MANAGED_IDENTITY))
        .as("one to see whether it is there, and one for the token")
        .extracting(IdentityRequest::status)
        .containsExactly(400, 200);
  }

  @Test
  void oneOfSeveralIdentitiesCanBeSelected() throws Exception {
    String clientId = fake.app("host").clientId();

    assertThat(run("ours", appService(), clientId)).contains("token=true");
    assertThat(fake.log().of(IdentityEndpoint.MANAGED_IDENTITY).get(0).parameter("client_id"))
        .contains(clientId);
    assertThat(run("ours", virtualMachine(), "another-identity"))
        .contains("kind=UNAVAILABLE", "the host does not have this identity");
  }

  @Test
  void aRefusedConnectionIsUnavailable() throws Exception {
    assertThat(run("ours", virtualMachine("http://localhost:1")))
        .contains("kind=UNAVAILABLE", "no endpoint for managed identities");
  }

  @Test
  void aMissingResponseIsUnavailableWithinASecond() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("localhost"))) {
      String printed = run("ours", virtualMachine("http://localhost:" + silent.getLocalPort()));

      assertThat(printed).contains("kind=UNAVAILABLE");
      assertThat(printed).containsPattern("seconds=[0-9]\\b");
    }
  }

  /** msal4j would retry for 14 seconds. */
  @Test
  void anotherServerIsUnavailableWithinASecond() throws Exception {
    fake.faults().on(IdentityEndpoint.MANAGED_IDENTITY).reject(404, "not_found");

    String printed = run("ours", virtualMachine());

    assertThat(printed).contains("kind=UNAVAILABLE").containsPattern("seconds=[0-9]\\b");
    assertThat(fake.log().of(IdentityEndpoint.MANAGED_IDENTITY)).hasSize(2);
  }

  @Test
  void anUnknownApiIsNotUnavailable() throws Exception {
    String printed =
        new ChildJvm()
            .logging("warn")
            .with(appService())
            .run(HostProgram.class, "ours", "unknown-api");

    assertThat(printed).contains("kind=DENIED", "API's id");
  }

  @Test
  void aBusyHostIsNotUnavailable() throws Exception {
    fake.faults().on(IdentityEndpoint.MANAGED_IDENTITY).reject(503, "busy");

    assertThat(run("ours", appService())).contains("kind=TOKEN_ENDPOINT", "status 503");
  }

  @Test
  void anUnsupportedHostIsReported() throws Exception {
    Map<String, String> arc =
        Map.of("IDENTITY_ENDPOINT", "http://localhost:1/", "IMDS_ENDPOINT", "http://localhost:1/");

    assertThat(run("ours", arc)).contains("kind=UNAVAILABLE", "AZURE_ARC");
  }

  @Test
  void msal4jCachesTheTokenForTheWholeProcess() throws Exception {
    assertThat(run("msal4j", appService())).contains("shared=true");
    assertThat(run("ours", appService())).contains("token=true", "shared=false");
  }
}
