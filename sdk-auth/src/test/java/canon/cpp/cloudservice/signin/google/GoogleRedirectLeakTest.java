package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.identity.FakeGoogle;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Google's library follows redirects with everything that it sends. Behind this library no secret
 * is sent to the target.
 */
class GoogleRedirectLeakTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final FakeGoogle elsewhere = FakeGoogle.start(world.clock);
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");

  @AfterEach
  void close() {
    elsewhere.close();
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void theLibraryAloneSendsClientSecretAndRefreshTokenToAnotherHost(int status) {
    redirect(IdentityEndpoint.TOKEN, status, "/token");

    Exception unused = catchException(() -> UnguardedLibrary.person(world, "1//refresh").refresh());

    assertThat(leaked()).isNotEmpty();
    assertThat(leaked().get(0).parameter("client_secret")).contains(GoogleTestEnvironment.SECRET);
    assertThat(leaked().get(0).parameter("refresh_token")).contains("1//refresh");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theSecretsOfAUserAreNotSentToAnotherHost(int status) {
    try (AccountTokenProvider provider = world.signIn()) {
      redirect(IdentityEndpoint.TOKEN, status, "/token");
      world.timer.advance(Duration.ofHours(1));

      assertStays(failureOf(() -> token(provider)));
    }
  }

  @Test
  void aRevokedTokenIsNotSentToAnotherHost() {
    redirect(IdentityEndpoint.REVOKE, 307, "/revoke");
    try (AccountTokenProvider provider = world.signIn()) {
      provider.forget();
    }

    assertThat(leaked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void theLibraryAloneSendsTheAssertionOfAWorkloadToAnotherHost(int status) throws IOException {
    redirect(IdentityEndpoint.TOKEN, status, "/token");
    var credentials = UnguardedLibrary.key(world, tool);

    Exception unused =
        catchException(
            () -> credentials.idTokenWithAudience(GoogleTestEnvironment.AUDIENCE, List.of()));

    assertThat(leaked()).isNotEmpty();
    assertThat(leaked().get(0).parameter("assertion")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theAssertionOfAWorkloadIsNotSentToAnotherHost(int status) {
    redirect(IdentityEndpoint.TOKEN, status, "/token");

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      assertStays(failureOf(() -> token(provider)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  void theTokenForImpersonationIsNotSentToAnotherHost(int status) {
    members.allowImpersonationBy(tool.email());
    redirect(IdentityEndpoint.IMPERSONATION, status, "/");

    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      assertStays(failureOf(() -> token(provider)));
    }
  }

  private void assertStays(AuthenticationException failure) {
    assertThat(leaked()).isEmpty();
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure).hasMessageContaining("a request with a secret does not follow redirects");
  }

  private void redirect(IdentityEndpoint endpoint, int status, String path) {
    world.google.faults().on(endpoint).redirect(status, elsewhere.address().resolve(path));
  }

  private List<IdentityRequest> leaked() {
    return elsewhere.log().entries();
  }

  private byte[] key() {
    return tool.keyJson().getBytes(StandardCharsets.UTF_8);
  }
}
