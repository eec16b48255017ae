package canon.cpp.cloudservice.signin.google;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload signs in with the identity of its machine. */
class MetadataServerTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount machine = world.google.serviceAccount("machine");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");

  @TempDir Path directory;

  @AfterEach
  void close() {
    world.close();
  }

  /** The host's transport has a proxy that does not respond. */
  @Test
  void theTokenIsRequestedDirectlyAndHasAnAddress() throws IOException {
    world.google.runHostAs(machine);

    String printed = run(world.google.metadataAddress().getAuthority(), "-");

    assertThat(printed).contains("address " + machine.email(), "meant true");
    IdentityRequest asked = world.last(IdentityEndpoint.METADATA);
    assertThat(asked.path()).endsWith("/identity");
    assertThat(asked.header("Metadata-Flavor")).contains("Google");
    assertThat(asked.parameter("format")).contains("full");
  }

  @Test
  void itActsAsAnotherServiceAccount() throws IOException {
    world.google.runHostAs(machine);
    members.allowImpersonationBy(machine.email());

    String printed = run(world.google.metadataAddress().getAuthority(), members.email());

    assertThat(printed).contains("address " + members.email(), "meant true");
    assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSize(1);
  }

  @Test
  void aMachineWithoutAServiceAccountIsUnavailable() throws IOException {
    String printed = run(world.google.metadataAddress().getAuthority(), "-");

    assertThat(printed).contains("kind UNAVAILABLE", "no service account");
  }

  @Test
  void aMachineWithoutAMetadataServerIsUnavailable() throws IOException {
    String closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = "127.0.0.1:" + socket.getLocalPort();
    }

    String printed = run(closed, "-");

    assertThat(printed).contains("kind UNAVAILABLE", "Google (metadata server): ");
  }

  /** A router or provider that resolves every name must not be taken for the metadata server. */
  @Test
  void anotherServerIsNotTakenForTheMetadataServer() throws IOException {
    world
        .google
        .faults()
        .on(IdentityEndpoint.METADATA)
        .answer(200, "text/plain", "a.token.of-somebody-else");

    String printed = run(world.google.metadataAddress().getAuthority(), "-");

    assertThat(printed).contains("kind UNAVAILABLE").doesNotContain("somebody-else");
  }

  private String run(String metadataHost, String actAs) throws IOException {
    Path authority =
        Files.writeString(directory.resolve("ca.pem"), world.google.caCertificatePem());
    return new ChildJvm()
        .with(Map.of("GCE_METADATA_HOST", metadataHost))
        .run(MetadataProgram.class, world.google.address().toString(), authority.toString(), actAs);
  }
}
