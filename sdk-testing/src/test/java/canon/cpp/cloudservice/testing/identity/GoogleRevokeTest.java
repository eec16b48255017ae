package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleRevokeTest {
  private final Google google = new Google();

  @AfterEach
  void close() {
    google.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "refresh_token"})
  void revokingEitherTokenRevokesTheGrant(String which) {
    var tokens = google.tokens();

    assertThat(revoke(tokens.text(which)).status()).isEqualTo(200);

    assertThat(google.refresh(tokens.text("refresh_token")).text("error"))
        .isEqualTo("invalid_grant");
    assertThat(revoke(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_token");
    assertThat(revoke(tokens.text("access_token")).text("error")).isEqualTo("invalid_token");
  }

  @Test
  void theNextSignInIsAFirstConsentAgain() {
    var first = google.tokens();
    assertThat(google.tokens().json().has("refresh_token")).isFalse();

    revoke(first.text("refresh_token"));

    assertThat(google.tokens().json().has("refresh_token")).isTrue();
  }

  @Test
  void anotherSignInStaysValid() {
    var one = google.tokens().text("refresh_token");
    var again = google.code(Web.with(google.authorizeQuery(), "prompt", "consent"));
    var other = google.token(google.codeForm(again)).text("refresh_token");

    revoke(one);

    assertThat(google.refresh(other).status()).isEqualTo(200);
  }

  @Test
  void textThatIsNotATokenIsRejected() {
    assertThat(revoke("unknown").status()).isEqualTo(400);
    assertThat(revoke("").text("error")).isEqualTo("invalid_request");
  }

  private Web.Reply revoke(String token) {
    return google.web.post("/revoke", Map.of("token", token));
  }
}
