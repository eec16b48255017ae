package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.AUDIENCE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.claims;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.stackTraceOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workload signs in with a service account's key, as itself or as another service account. */
class ServiceAccountTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theServiceGetsAnIdTokenForItself() {
    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      String token = token(provider);

      assertThat(claims(token).isFor(AUDIENCE)).isTrue();
      assertThat(claims(token).email()).contains(tool.email());
      IdentityRequest request = world.last(IdentityEndpoint.TOKEN);
      assertThat(request.path()).isEqualTo("/token");
      // Responses are not decompressed, so the library's own header must not be sent.
      assertThat(request.header("Accept-Encoding")).contains("identity");
    }
  }

  @Test
  void theAccountIsKnownAfterTheFirstTokenUntilItIsForgotten() {
    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      assertThat(provider.account()).isEmpty();

      token(provider);

      assertThat(provider.account())
          .contains(
              new SignedInAccount(IdentityProvider.GOOGLE, tool.uniqueId(), null, tool.email()));
      provider.forget();
      assertThat(provider.account()).isEmpty();
    }
  }

  @Test
  void aKeyIsReadFromAFile(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("key.json"), key());

    try (AccountTokenProvider provider = world.robot().serviceAccount(file)) {
      assertThat(token(provider)).isNotEmpty();
    }
  }

  @Test
  void theLifetimeIsMeasuredWithTheClockOfThisMachine() {
    world.google.settings().tokenLifetime(Duration.ofMinutes(20));
    Instant start = world.clock.instant();

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      assertThat(provider.token(GoogleTestEnvironment.CALL).expiresAt())
          .contains(start.plus(Duration.ofMinutes(20)));
    }
  }

  @Test
  void itActsAsAnotherServiceAccountWithItsAddressInTheToken() {
    members.allowImpersonationBy(tool.email());

    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      String token = token(provider);

      assertThat(claims(token).isFor(AUDIENCE)).isTrue();
      assertThat(claims(token).email()).contains(members.email());
      assertThat(provider.account())
          .hasValueSatisfying(account -> assertThat(account.id()).isEqualTo(members.uniqueId()));
      assertThat(world.google.log().entries()).hasSize(2);
    }
  }

  @Test
  void aMissingRoleForImpersonationIsReported() {
    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure.errorCode()).contains("PERMISSION_DENIED");
      assertThat(failure)
          .hasMessageStartingWith("Google (service account): ")
          .hasMessageContaining("OpenID Connect Identity Token Creator")
          .hasMessageNotContaining("@");
    }
  }

  /** The library retries after each 401, and requests a new token each time. */
  @Test
  void aTokenThatGoogleRejectsIsSentOnce() {
    members.allowImpersonationBy(tool.email());
    world.google.faults().on(IdentityEndpoint.IMPERSONATION).reject(401, "UNAUTHENTICATED");

    try (AccountTokenProvider provider =
        world.robot().impersonating(members.email()).serviceAccount(key())) {
      failureOf(() -> token(provider));

      assertThat(world.google.log().entries()).hasSize(2);
    }
  }

  @Test
  void aWrongClockIsReportedAsTheCause() {
    world.timer.advance(Duration.ofHours(2));

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
      assertThat(failure).hasMessageContaining("clock").hasMessageNotContaining("short-lived");
    }
  }

  @Test
  void anUnknownKeyIsReportedAsTheCause() {
    String other = new String(key(), StandardCharsets.UTF_8).replace("partner-tool@", "nobody@");

    try (AccountTokenProvider provider =
        world.robot().serviceAccount(other.getBytes(StandardCharsets.UTF_8))) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure).hasMessageContaining("key").hasMessageContaining("invalid_grant");
    }
  }

  @Test
  void retryAfterOfABusyServerIsReported() {
    world.google.faults().on(IdentityEndpoint.TOKEN).throttle(Duration.ofSeconds(7));

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
    }
  }

  @Test
  void aPageOfAProxyIsReportedAndNotQuoted() {
    world.google.faults().on(IdentityEndpoint.TOKEN).proxyPage(200);

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.PROXY);
      assertThat(failure).hasMessageNotContaining("company");
    }
  }

  @Test
  void aMalformedResponseIsNotQuoted() {
    world
        .google
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .answer(200, "application/json", "{\"id_token\": \"secret-and-no-token\"}");

    try (AccountTokenProvider provider = world.robot().serviceAccount(key())) {
      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
      assertThat(stackTraceOf(failure)).doesNotContain("secret-and-no-token");
    }
  }

  @Test
  void requestsOfTheLibraryShareTheTimeOfTheTokenRequest() {
    members.allowImpersonationBy(tool.email());
    List<Duration> times = new ArrayList<>();
    HttpTransport slow =
        new SpyTransport(
            world.network,
            request -> {
              times.add(request.timeout());
              world.timer.advance(Duration.ofSeconds(10));
            });

    try (AccountTokenProvider provider =
        world.robot(slow).impersonating(members.email()).serviceAccount(key())) {
      token(provider);

      assertThat(times).hasSize(2);
      assertThat(times.get(1)).isEqualTo(times.get(0).minusSeconds(10));
    }
  }

  @Test
  void requestsOfTheLibraryAfterTheDeadlineAreNotSent() {
    members.allowImpersonationBy(tool.email());
    List<URI> sent = new ArrayList<>();
    HttpTransport slow =
        new SpyTransport(
            world.network,
            request -> {
              sent.add(request.uri());
              world.timer.advance(request.timeout());
            });

    try (AccountTokenProvider provider =
        world.robot(slow).impersonating(members.email()).serviceAccount(key())) {
      assertThat(failureOf(() -> token(provider)).kind())
          .isEqualTo(AuthenticationErrorKind.TIMED_OUT);

      assertThat(sent).hasSize(1);
    }
  }

  private byte[] key() {
    return tool.keyJson().getBytes(StandardCharsets.UTF_8);
  }
}
