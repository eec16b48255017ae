package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import canon.cpp.cloudservice.testing.identity.WorkloadIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftUnattendedTest {
  private static final TokenRequest REQUEST = TokenRequest.within(Entra.TIME);
  private static final String SUBJECT = "system:serviceaccount:tools:partner";
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  @TempDir Path folder;
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aTokenObtainedWithASecretIsCachedForItsLifetime() {
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      var token = tool.token(REQUEST);

      assertThat(tool.token(REQUEST)).isEqualTo(token);
      assertThat(token.expiresAt()).contains(entra.clock.instant().plus(Duration.ofHours(1)));
      entra.clock.advance(Duration.ofHours(1));
      assertThat(tool.token(REQUEST)).isNotEqualTo(token);
      assertThat(entra.fake.log().of(IdentityEndpoint.TOKEN))
          .hasSize(2)
          .allSatisfy(
              request -> {
                assertThat(request.path()).startsWith("/contoso.com/");
                assertThat(request.parameter("scope").orElse(""))
                    .contains(entra.fake.apiDefaultScope());
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers", "Common"})
  void aSharedTenantIsRejected(String many) {
    assertThatThrownBy(() -> entra.app().inTenant(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Give the organisation's domain");
  }

  @Test
  void aWrongSecretIsReported() {
    MicrosoftCredential wrong = MicrosoftCredential.secret(Secret.of("quite-another-secret"));
    try (CachingTokenProvider tool = entra.unattended().unattended(wrong)) {
      AuthenticationException failure = Entra.failure(tool, REQUEST);

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure.getMessage())
          .contains("AADSTS7000215", "credential")
          .doesNotContain("quite-another");
    }
  }

  @Test
  void anUnknownApiIsReported() {
    MicrosoftApp app =
        MicrosoftApp.of(
                entra.network, entra.tool.clientId(), "00000000-0000-0000-0000-00000000000f")
            .authority(entra.fake.address())
            .clock(entra.clock)
            .timer(entra.clock);
    try (CachingTokenProvider tool = app.inTenant("contoso.com").unattended(Entra.secret())) {
      AuthenticationException failure = Entra.failure(tool, REQUEST);

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure.getMessage()).contains("AADSTS500011", "API's id");
    }
  }

  @Test
  void claimsRequiredByTheServiceAreSentToMicrosoft() {
    String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}";
    try (CachingTokenProvider tool = entra.unattended().unattended(Entra.secret())) {
      assertThat(tool.token(REQUEST.withClaims(claims))).isNotNull();
      assertThat(last().parameter("claims")).contains(claims);
    }
  }

  @Test
  void anAssertionIsRequestedForEachToken() {
    WorkloadIssuer cluster = WorkloadIssuer.of("https://cluster.contoso.com", entra.clock);
    entra.tool.federate(cluster, SUBJECT);
    MicrosoftCredential credential =
        MicrosoftCredential.assertion(() -> Secret.of(cluster.token(SUBJECT, AUDIENCE)));
    try (CachingTokenProvider tool = entra.unattended().unattended(credential)) {
      var first = tool.token(REQUEST);
      entra.clock.advance(Duration.ofHours(1));

      assertThat(tool.token(REQUEST)).isNotEqualTo(first);
    }
  }

  @Test
  void aMissingAssertionIsReportedAsTheCause() {
    MicrosoftCredential credential =
        MicrosoftCredential.assertion(
            () -> {
              throw new IllegalStateException("vault is sealed");
            });
    try (CachingTokenProvider tool = entra.unattended().unattended(credential)) {
      AuthenticationException failure = Entra.failure(tool, REQUEST);

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.OTHER);
      assertThat(failure).hasRootCauseInstanceOf(IllegalStateException.class);
      assertThat(entra.fake.log().entries()).isEmpty();
    }
  }

  @Test
  void aWorkloadSignsInWithTheTokenOfItsCluster() throws IOException {
    WorkloadIssuer cluster = WorkloadIssuer.of("https://cluster.contoso.com", entra.clock);
    entra.tool.federate(cluster, SUBJECT);
    Path file = folder.resolve("token");
    Files.writeString(file, cluster.token(SUBJECT, AUDIENCE) + "\n");
    try (CachingTokenProvider tool = workload(variables(file))) {
      var first = tool.token(REQUEST);
      Files.writeString(file, "no token");
      entra.clock.advance(Duration.ofHours(1));

      assertThat(first.expiresAt()).isPresent();
      assertThat(Entra.failure(tool, REQUEST).kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      Files.writeString(file, cluster.token(SUBJECT, AUDIENCE));
      assertThat(tool.token(REQUEST)).isNotEqualTo(first);
      assertThat(last().parameter("client_id")).contains(entra.tool.clientId());
    }
  }

  @Test
  void outsideAClusterTheProviderIsUnavailable() {
    try (CachingTokenProvider tool = workload(Map.of("AZURE_CLIENT_ID", "some-id"))) {
      AuthenticationException failure = Entra.failure(tool, REQUEST);

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.UNAVAILABLE);
      assertThat(failure.getMessage())
          .contains("AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE")
          .doesNotContain("AZURE_CLIENT_ID");
    }
  }

  private CachingTokenProvider workload(Map<String, String> variables) {
    return MicrosoftWorkloadIdentity.of(entra.network, entra.fake.apiId())
        .environment(variables)
        .clock(entra.clock)
        .timer(entra.clock)
        .build();
  }

  private Map<String, String> variables(Path file) {
    return Map.of(
        "AZURE_CLIENT_ID", entra.tool.clientId(),
        "AZURE_TENANT_ID", entra.contoso.id(),
        "AZURE_FEDERATED_TOKEN_FILE", file.toString(),
        "AZURE_AUTHORITY_HOST", entra.fake.address() + "/");
  }

  private IdentityRequest last() {
    var all = entra.fake.log().of(IdentityEndpoint.TOKEN);
    return all.get(all.size() - 1);
  }
}
