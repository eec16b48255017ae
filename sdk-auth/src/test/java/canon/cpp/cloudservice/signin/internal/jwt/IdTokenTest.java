package canon.cpp.cloudservice.signin.internal.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from ID tokens, and what is no ID token. */
class IdTokenTest {

  @Test
  void itsClaimsAreRead() {
    IdToken token =
        IdToken.read(
            jwt(
                """
                {"iss":"https://login.example","sub":"s1","aud":"client","exp":1893456000,
                 "nonce":"n1","email":"john@contoso.com","email_verified":"true","tid":"t1",
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
    assertThat(token.answers("n1")).isTrue();
    assertThat(token.answers("n2")).isFalse();
    assertThat(token).hasToString("IdToken[hidden]");
  }

  @Test
  void whatIsMissingOrOfAnotherTypeIsNotThere() {
    IdToken token =
        IdToken.read(jwt("{\"sub\":1,\"email\":\"\",\"exp\":1e300,\"aud\":7,\"nonce\":null}"));

    assertThat(token.subject()).isEmpty();
    assertThat(token.email()).isEmpty();
    assertThat(token.emailVerified()).isFalse();
    assertThat(token.expiresAt()).isEmpty();
    assertThat(token.isFor("7")).isFalse();
    assertThat(token.answers("null")).isFalse();
  }

  @Test
  void oneOfSeveralAudiencesWillDo() {
    IdToken token = IdToken.read(jwt("{\"aud\":[\"a\",\"b\",3]}"));

    assertThat(token.isFor("b")).isTrue();
    assertThat(token.isFor("3")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a.b.c.d", "a.!!.c", "a.W10.c", "a.e30x.c", "a.seeded.c"})
  void whatIsNoIdTokenIsRejectedAndNotRepeated(String text) {
    assertThatThrownBy(() -> IdToken.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("seeded");
  }

  @Test
  void aHugeTokenIsRejected() {
    String huge = jwt("{\"sub\":\"" + "x".repeat(64 * 1024) + "\"}");

    assertThatThrownBy(() -> IdToken.read(huge)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String jwt(String claims) {
    return "e30."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
        + ".c2ln";
  }
}
