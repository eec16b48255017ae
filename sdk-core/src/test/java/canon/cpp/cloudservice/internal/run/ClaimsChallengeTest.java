package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 401 that requires a token with claims. */
class ClaimsChallengeTest {
  private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"value\":\"ü?>c1\"}}}";
  private static final String BASE64 =
      Base64.getEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8));
  private static final String CHALLENGE = challenge(BASE64);

  private final ClientHarness harness = new ClientHarness();
  private final List<TokenRequest> asked = new ArrayList<>();
  private final TokenProvider provider =
      request -> {
        asked.add(request);
        return AccessToken.of("t" + asked.size());
      };

  @AfterEach
  void end() {
    harness.close();
  }

  @ParameterizedTest
  @MethodSource
  void theRequestIsRepeatedWithATokenThatHasTheClaims(ExecutionMode mode, Reply rejection) {
    try (ClientHarness own = new ClientHarness(rejection, activated())) {
      mode.execute(own.client().withTokenProvider(provider).remoteControl().activate());

      assertThat(own.transport.sent("Authorization")).containsExactly("Bearer t1", "Bearer t2");
      assertThat(Set.copyOf(own.transport.sent("Idempotency-Key"))).hasSize(1);
      assertThat(own.timer.pauses()).isEmpty();
    }
    assertThat(asked.get(0).claims()).isEmpty();
    assertThat(asked.get(1).claims()).contains(CLAIMS);
    assertThat(asked.get(1).rejected()).contains(AccessToken.of("t1"));
    assertThat(asked.get(1).mayInteract()).isFalse();
  }

  static Stream<Arguments> theRequestIsRepeatedWithATokenThatHasTheClaims() {
    return Arrays.stream(ExecutionMode.values())
        .flatMap(
            mode ->
                Stream.of(demanding(), status(401, "WWW-Authenticate", CHALLENGE))
                    .map(rejection -> Arguments.of(mode, rejection)));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theRequestIsRepeatedOnlyOnce(ExecutionMode mode) {
    harness.replies(demanding());

    var failure = mode.failure(UnauthenticatedException.class, call());

    assertThat(failure.attempts()).hasSize(2);
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anExpiredTokenAndAClaimsChallengeAreHandledSeparately(ExecutionMode mode) {
    harness.replies(problem(401, "token-expired"), demanding(), site());
    mode.execute(call());
    assertThat(asked).hasSize(3);

    asked.clear();
    harness.replies(demanding(), problem(401, "token-expired"), site());
    mode.execute(call());
    assertThat(asked).hasSize(3);
    assertThat(asked.get(2).claims()).contains(CLAIMS);
    assertThat(asked.get(2).rejected()).contains(AccessToken.of("t2"));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatNeedsTheUserForTheClaimsReportsIt(ExecutionMode mode) {
    harness.replies(demanding());
    TokenProvider quiet =
        request -> {
          if (request.claims().isPresent()) {
            throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
                .claims(request.claims().get())
                .build();
          }
          return AccessToken.of("t");
        };

    var failure =
        mode.failure(
            AuthenticationException.class, harness.client().withTokenProvider(quiet).site().get());

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(failure.claims()).contains(CLAIMS);
    assertThat(failure).hasMessageNotContaining("acrs");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClaimsChallengeCountsOnlyInA401(ExecutionMode mode) {
    String[] header = {"WWW-Authenticate", CHALLENGE};
    for (Reply other :
        List.of(
            problem(401, "session-ended", header),
            problem(403, "administrator-required", header),
            status(407, header),
            status(401),
            status(401, "WWW-Authenticate", "Bearer"),
            status(401, "Proxy-Authenticate", CHALLENGE))) {
      asked.clear();
      harness.replies(other);

      mode.failure(CloudServiceException.class, call());

      assertThat(asked).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aFixedTokenCannotProvideClaims(ExecutionMode mode) {
    harness.replies(demanding());

    mode.failure(UnauthenticatedException.class, harness.view().site().get());

    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"%s\"",
        "bearer CLAIMS=\"%s\",ERROR=insufficient_claims",
        "Basic realm=\"a, Bearer b=\\\"c\\\"\", Bearer error = \"insufficient_claims\" , claims = \"%s\"",
        "Bearer error=\"insufficient_claims\", claims=\"%s\", DPoP algs=\"ES256\", error=\"x\"",
        "Negotiate abc==, Bearer error=\"insufficient_claims\", claims=\"%s\"",
        "Bearer error=\"insufficient_clai\\ms\", claims=\"%s\"",
        ",, Bearer , error=\"insufficient_claims\",, claims=%s",
      })
  void allFormsOfAChallengeAreRead(String header) {
    assertThat(read(String.format(header, BASE64))).isEqualTo(CLAIMS);
    String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(CLAIMS));
    assertThat(read(String.format(header, url))).isEqualTo(CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer error=\"insufficient_claims\"",
        "Bearer claims=\"e30=\"",
        "Bearer error=\"invalid_token\", claims=\"e30=\"",
        "DPoP error=\"insufficient_claims\", claims=\"e30=\"",
        "Bearer error=\"insufficient_claims\", DPoP claims=\"e30=\"",
        "Bearer error=\"insufficient_claims\", claims=\"\"",
        "Bearer error=\"insufficient_claims\", claims=\"{}\"",
        "Bearer error=\"insufficient_claims\", claims=\"e30",
        "Bearer error=\"insufficient_claims\", claims=\"W10=\"",
        "Bearer error=\"insufficient_claims\", claims=\"AAAA\"",
        "Bearer x=\"Bearer error=insufficient_claims, claims=e30=\"",
        "error=\"insufficient_claims\", claims=\"e30=\"",
      })
  void otherHeadersAreNotReadAsAChallenge(String header) {
    assertThat(read(header)).isNull();
  }

  @Test
  void everyChallengeHeaderIsRead() {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("www-authenticate", List.of("Negotiate", "Bearer", CHALLENGE)));

    assertThat(ClaimsChallenge.read(headers)).isEqualTo(CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\\", "a=", "a=\"", "a=\"\\", " ", ",", "a "})
  void aHeaderOfAnyLengthAndFormIsReadInLinearTime(String piece) {
    StringBuilder header = new StringBuilder("Bearer ");
    while (header.length() < 16_000) {
      header.append(piece);
    }

    assertThat(read(header.toString())).isNull();
  }

  @Test
  void tooLongClaimsAreIgnored() {
    assertThat(read(challenge("A".repeat(100_000)))).isNull();
  }

  private Call<Site> call() {
    return harness.client().withTokenProvider(provider).site().get();
  }

  private static Reply demanding() {
    return problem(401, "unauthenticated", "WWW-Authenticate", CHALLENGE);
  }

  private static String read(String header) {
    return ClaimsChallenge.read(HttpHeaders.of(Map.of("WWW-Authenticate", List.of(header))));
  }

  private static String challenge(String claims) {
    return "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + claims + "\"";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
