package canon.cpp.cloudservice.signin.internal.jwt;

import static canon.cpp.cloudservice.signin.internal.jwt.TestTokens.idToken;
import static canon.cpp.cloudservice.signin.internal.jwt.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading of ID tokens. */
class IdTokenTest {

  @Test
  void claimsAreRead() {
    IdToken token =
        IdToken.read(
            idToken(
                """
                {"iss":"https://login.example","sub":"s1","aud":"client","exp":1893456000,
                 "email":"john@contoso.com","email_verified":"true","tid":"t1",
                 "oid":"o1","preferred_username":"john@contoso.com"}"""));

    assertThat(token.issuer()).contains("https://login.example");
    assertThat(token.subject()).contains("s1");
    assertThat(token.email()).contains("john@contoso.com");
    assertThat(token.emailVerified()).isTrue();
    assertThat(token.tenantId()).contains("t1");
    assertThat(token.objectId()).contains("o1");
    assertThat(token.preferredUsername()).contains("john@contoso.com");
    assertThat(token.expiresAt()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(token.isFor("client")).isTrue();
    assertThat(token.isFor("another")).isFalse();
    assertThat(token).hasToString("IdToken[hidden]");
  }

  @Test
  void aMissingClaimOrOneOfAnotherTypeIsEmpty() {
    IdToken token = IdToken.read(idToken("{\"sub\":1,\"email\":\"\",\"exp\":1e300,\"aud\":7}"));

    assertThat(token.subject()).isEmpty();
    assertThat(token.email()).isEmpty();
    assertThat(token.emailVerified()).isFalse();
    assertThat(token.expiresAt()).isEmpty();
    assertThat(token.isFor("7")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "[\"a\"]", "[\"a\",\"a\"]"})
  void theAudienceMayBeATextOrAnArray(String audience) {
    assertThat(IdToken.read(idToken("{\"aud\":" + audience + "}")).isFor("a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"0\":\"a\"}", "{\"a\":\"a\"}", "[]", "[\"a\",\"b\"]", "[\"a\",3]", "null", "7"})
  void anotherFormOfAudienceOrAnAdditionalAudienceDoesNotMatch(String audience) {
    assertThat(IdToken.read(idToken("{\"aud\":" + audience + "}")).isFor("a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.b", "a.b.c.d", "a.!!.c", "a.W10.c", "a.e30x.c", "a.seeded.c", "e30.e30.c"})
  void aTextThatIsNotAnIdTokenIsRejectedAndNotQuoted(String text) {
    assertThatThrownBy(() -> IdToken.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("seeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"HS256\"}",
        "{\"alg\":[\"RS256\"]}",
        "{\"alg\":\"RS256\",\"crit\":[\"b64\"]}",
        "{\"alg\":\"none\",\"alg\":\"RS256\"}"
      })
  void anAlgorithmWithoutAPublicKeyIsRejected(String header) {
    assertThatThrownBy(() -> IdToken.read(jwt(header, "{\"sub\":\"s\"}", "c2ln")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenWithoutASignatureIsRejected() {
    assertThatThrownBy(() -> IdToken.read(jwt("{\"alg\":\"RS256\"}", "{\"sub\":\"s\"}", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"a\",\"sub\":\"b\"}",
        "{\"x\":{\"y\":1,\"y\":2}}",
        "{\"sub\":\"a\"} {}"
      })
  void aRepeatedNameOrTrailingTextIsRejected(String claims) {
    assertThatThrownBy(() -> IdToken.read(idToken(claims)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHugeTokenIsRejected() {
    String huge = idToken("{\"sub\":\"" + "x".repeat(64 * 1024) + "\"}");

    assertThatThrownBy(() -> IdToken.read(huge)).isInstanceOf(IllegalArgumentException.class);
  }
}
