package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.AUDIENCE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.claims;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.WorkloadIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload signs in with an identity from its own environment. */
class WorkloadIdentityTest {
  static final String POOL =
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/tools";
  static final String SUBJECT = "system:serviceaccount:tools:partner";

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final WorkloadIssuer cluster =
      WorkloadIssuer.of("https://cluster.contoso.com", world.clock);
  private final GoogleServiceAccount members = world.google.serviceAccount("members");

  @TempDir Path directory;
  private Path tokenFile;

  @BeforeEach
  void vouch() throws IOException {
    tokenFile = Files.writeString(directory.resolve("token"), cluster.token(SUBJECT, POOL));
    world.google.trust(POOL, cluster);
    members.allowImpersonationBy(world.google.principal(POOL, SUBJECT));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theTokenInTheFileIsExchangedForOneOfTheServiceAccount() {
    try (AccountTokenProvider provider = provider()) {
      String token = token(provider);

      assertThat(claims(token).isFor(AUDIENCE)).isTrue();
      assertThat(claims(token).email()).contains(members.email());
      assertThat(world.requests(IdentityEndpoint.TOKEN_EXCHANGE)).hasSize(1);
      assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSize(1);
    }
  }

  @Test
  void theFileIsReadForEachToken() throws IOException {
    try (AccountTokenProvider provider = provider()) {
      Files.writeString(tokenFile, "not-a-token");
      failureOf(() -> token(provider));

      Files.writeString(tokenFile, cluster.token(SUBJECT, POOL));

      assertThat(token(provider)).isNotEmpty();
    }
  }

  @Test
  void aMissingFileIsUnavailable() throws IOException {
    Files.delete(tokenFile);

    try (AccountTokenProvider provider = provider()) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.UNAVAILABLE);
      assertThat(failure)
          .hasMessageStartingWith("Google (workload identity): ")
          .hasMessageNotContaining(directory.toString());
    }
  }

  @Test
  void anUntrustedIssuerIsReportedAsTheCause() throws IOException {
    WorkloadIssuer other = WorkloadIssuer.of("https://other.contoso.com", world.clock);
    Files.writeString(tokenFile, other.token(SUBJECT, POOL));

    try (AccountTokenProvider provider = provider()) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure).hasMessageContaining("trusts the issuer");
    }
  }

  private AccountTokenProvider provider() {
    String source = "{\"file\":\"" + tokenFile.toString().replace('\\', '/') + "\"}";
    return world.robot().workloadIdentity(bytes(GoogleFiles.workload(POOL, members, source)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
