package canon.cpp.cloudservice.testing.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.identity.TokenRejectedException.Reason;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.crypto.RsaKeys;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private static final String TENANT = "5a1b7c3e-0000-4000-8000-000000000001";
  private static final String API = "the-api";
  private static final String API_URL = "https://api.example";
  private static final String GOOGLE = "https://google.example";

  private final FakeClock clock = new FakeClock();
  private final SigningKeys keys = new SigningKeys("verifier");
  private final TokenVerifier verifier =
      new TokenVerifier(
          clock,
          List.of(
              TrustedIssuer.microsoft(
                  "https://login.example/{tenantid}/v2.0", keys::published, API),
              TrustedIssuer.google(
                  GOOGLE, keys::published, () -> Set.of("program", "other-program"), API_URL)));

  private ObjectNode claims() {
    long now = clock.instant().getEpochSecond();
    return Json.object()
        .put("iss", "https://login.example/" + TENANT + "/v2.0")
        .put("tid", TENANT)
        .put("aud", API)
        .put("sub", "somebody")
        .put("nbf", now)
        .put("exp", now + 60);
  }

  @Test
  void theClaimsOfAValidTokenAreReturned() {
    var verified = verifier.verify(keys.sign(claims()));

    assertThat(verified.claims().path("sub").asText()).isEqualTo("somebody");
    assertThat(verified.issuer().name()).isEqualTo("https://login.example/{tenantid}/v2.0");
  }

  @Test
  void aTokenSignedBeforeARotationIsStillValid() {
    var token = keys.sign(claims());
    keys.rotate();

    assertThat(verifier.verify(token).claims()).isNotEmpty();
    assertThat(verifier.verify(keys.sign(claims())).claims()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "token",
        "a.b",
        "a.b.c",
        "e30.e30.",
        "W10.e30.AAAA",
        "e30.e30.AA=A",
        "e30.e30.AAAA.AAAA"
      })
  void textThatIsNotATokenIsUnreadableOrWithoutIssuer(String text) {
    assertThatThrownBy(() -> verifier.verify(text))
        .isInstanceOfSatisfying(
            TokenRejectedException.class,
            e -> assertThat(e.reason()).isIn(Reason.UNREADABLE, Reason.ISSUER));
  }

  @Test
  void aTokenWithARepeatedClaimIsRejected() {
    var parts = keys.sign(claims()).split("\\.", -1);
    var twice = Base64Url.encode("{\"iss\":\"a\",\"iss\":\"b\"}");

    assertRejected(parts[0] + "." + twice + "." + parts[2], Reason.UNREADABLE);
  }

  @Test
  void anotherIssuerIsRejected() {
    assertRejected(keys.sign(claims().put("iss", "https://stranger.example")), Reason.ISSUER);
  }

  @Test
  void theTenantMustMatchTheIssuer() {
    var other = "5a1b7c3e-0000-4000-8000-000000000002";

    assertRejected(keys.sign(claims().put("tid", other)), Reason.ISSUER);
    var trick = claims().put("tid", "x/../" + TENANT);
    trick.put("iss", "https://login.example/x/../" + TENANT + "/v2.0");
    assertRejected(keys.sign(trick), Reason.ISSUER);
  }

  @Test
  void anUnknownKeyIsRejected() {
    var key = RsaKeys.named("stranger").getPrivate();

    assertRejected(Jwt.sign("stranger", claims(), key), Reason.KEY);
  }

  @Test
  void aSignatureOfAnotherKeyIsRejected() {
    var key = RsaKeys.named("stranger").getPrivate();

    assertRejected(Jwt.sign("verifier-key-1", claims(), key), Reason.SIGNATURE);
  }

  @Test
  void aModifiedTokenIsRejected() {
    var parts = keys.sign(claims()).split("\\.", -1);
    var changed = Base64Url.encode(Json.bytes(claims().put("sub", "somebody-else")));

    assertRejected(parts[0] + "." + changed + "." + parts[2], Reason.SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS512", "PS256", ""})
  void anotherAlgorithmIsRejected(String algorithm) {
    var parts = keys.sign(claims()).split("\\.", -1);
    var header = Json.object().put("alg", algorithm).put("kid", "verifier-key-1");
    var changed = Base64Url.encode(Json.bytes(header));

    assertRejected(changed + "." + parts[1] + "." + parts[2], Reason.SIGNATURE);
  }

  @Test
  void aTokenForAnotherAudienceIsRejected() {
    assertRejected(keys.sign(claims().put("aud", "another-api")), Reason.AUDIENCE);
    var without = claims();
    without.remove("aud");
    assertRejected(keys.sign(without), Reason.AUDIENCE);
  }

  @Test
  void severalAudiencesMayBeNamed() {
    var claims = claims();
    claims.putArray("aud").add("another-api").add(API);

    assertThat(verifier.verify(keys.sign(claims)).claims()).isNotEmpty();
  }

  @Test
  void aTokenExpiresAtItsExpirationTime() {
    var token = keys.sign(claims());
    clock.advance(Duration.ofSeconds(59));
    assertThat(verifier.verify(token).claims()).isNotEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertRejected(token, Reason.EXPIRED);
  }

  @Test
  void aTokenWithoutExpirationTimeIsRejected() {
    var claims = claims();
    claims.remove("exp");

    assertRejected(keys.sign(claims), Reason.EXPIRED);
  }

  @Test
  void aTokenBeforeItsValidityIsRejected() {
    long now = clock.instant().getEpochSecond();

    assertRejected(keys.sign(claims().put("nbf", now + 1)), Reason.NOT_YET);
  }

  @Test
  void googleTokensOfUsersAreForAnApplicationAndOfServiceAccountsForTheApi() {
    assertThat(verifier.verify(google("program", "program")).claims()).isNotEmpty();
    assertThat(verifier.verify(google("other-program", "program")).claims()).isNotEmpty();
    assertThat(verifier.verify(google("service-account", API_URL)).claims()).isNotEmpty();
  }

  @Test
  void serviceAccountsAndUsersAreDistinguished() {
    assertRejected(google("service-account", "program"), Reason.AUDIENCE);
    assertRejected(google("program", API_URL), Reason.AUDIENCE);
    assertRejected(google("stranger", "stranger"), Reason.AUDIENCE);
  }

  private String google(String azp, String audience) {
    return keys.sign(claims().put("iss", GOOGLE).put("azp", azp).put("aud", audience));
  }

  private void assertRejected(String token, Reason reason) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            TokenRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("somebody");
  }
}
