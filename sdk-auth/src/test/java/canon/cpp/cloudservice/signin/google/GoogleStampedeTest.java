package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.AUDIENCE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.testing.Hold;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.google.auth.oauth2.IdTokenCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The number of requests to Google: by its library alone, and behind this library. */
class GoogleStampedeTest {
  private static final int CALLERS = 20;

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void close() {
    callers.shutdownNow();
    world.close();
  }

  @Test
  void theLibraryAloneRequestsATokenForEachUseOfAShortToken() throws IOException {
    world.google.settings().tokenLifetime(Duration.ofMinutes(2));
    IdTokenCredentials credentials =
        IdTokenCredentials.newBuilder()
            .setIdTokenProvider(UnguardedLibrary.key(world, tool))
            .setTargetAudience(AUDIENCE)
            .build();

    for (int use = 0; use < CALLERS; use++) {
      credentials.refreshIfExpired();
    }

    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(CALLERS);
  }

  @Test
  void aShortTokenIsUsedUntilItExpires() {
    world.google.settings().tokenLifetime(Duration.ofMinutes(2));
    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      for (int use = 0; use < CALLERS; use++) {
        token(provider);
      }

      assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
    }
  }

  @Test
  void theLibraryAloneRequestsATokenForEachConcurrentCaller() throws Exception {
    members.allowImpersonationBy(tool.email());
    var credentials = UnguardedLibrary.acting(world, tool, members);

    atOnce(() -> credentials.idTokenWithAudience(AUDIENCE, List.of()).getTokenValue());

    assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSize(CALLERS);
  }

  @Test
  void concurrentCallersShareOneRequest() throws Exception {
    members.allowImpersonationBy(tool.email());
    Hold hold = world.google.faults().on(IdentityEndpoint.IMPERSONATION).times(1).hold();
    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      var unused = hold.reached().thenRun(hold::release);

      atOnce(() -> token(provider));

      assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSize(1);
      assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
    }
  }

  @Test
  void concurrentRenewalsShareOneRequest() throws Exception {
    try (AccountTokenProvider provider = world.signIn()) {
      world.timer.advance(Duration.ofHours(1));
      world.google.log().clear();

      atOnce(() -> token(provider));

      assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
    }
  }

  @Test
  void theLibraryAloneRepeatsRequestsAfterARejectedToken() throws IOException {
    unauthorized();
    var credentials = UnguardedLibrary.acting(world, tool, members);

    Exception unused = catchException(() -> credentials.idTokenWithAudience(AUDIENCE, List.of()));

    assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSizeGreaterThan(5);
    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSizeGreaterThan(5);
  }

  @Test
  void aRejectedTokenIsSentOnce() {
    unauthorized();
    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      failureOf(() -> token(provider));

      assertThat(world.requests(IdentityEndpoint.IMPERSONATION)).hasSize(1);
      assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
    }
  }

  private void unauthorized() {
    world
        .google
        .faults()
        .on(IdentityEndpoint.IMPERSONATION)
        .answer(
            401,
            "application/json",
            "{\"error\":{\"code\":401,\"message\":\"no\",\"status\":\"UNAUTHENTICATED\"}}");
  }

  private void atOnce(Callable<String> use) throws Exception {
    List<Future<String>> tokens =
        callers.invokeAll(IntStream.range(0, CALLERS).mapToObj(any -> use).toList());
    for (Future<String> token : tokens) {
      assertThat(token.get()).isNotEmpty();
    }
  }

  private byte[] key() {
    return tool.keyJson().getBytes(StandardCharsets.UTF_8);
  }
}
