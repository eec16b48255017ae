package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntraClaimsChallengeTest {
  private static final String CLAIMS =
      "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  static Stream<Arguments> demands() {
    return Stream.of(
        Arguments.of(EntraError.mfaRequired(), "interaction_required", "basic_action"),
        Arguments.of(
            EntraError.mfaRequired().withError("invalid_grant"), "invalid_grant", "basic_action"),
        Arguments.of(EntraError.consentRequired(), "invalid_grant", "consent_required"),
        Arguments.of(EntraError.passwordExpired(), "invalid_grant", "user_password_expired"),
        Arguments.of(EntraError.confirmationRequired(), "interaction_required", ""),
        Arguments.of(EntraError.of("invalid_grant", 50173, "Any."), "invalid_grant", ""));
  }

  @ParameterizedTest
  @MethodSource("demands")
  void tokensAreRejectedUntilTheNextSignIn(EntraError demand, String error, String suberror) {
    var refreshToken = entra.tokens().text("refresh_token");
    entra.admin.requireBeforeToken(demand);

    var rejected = entra.web.post(entra.tokenPath, entra.refreshForm(refreshToken));

    assertThat(rejected.text("error")).isEqualTo(error);
    assertThat(rejected.text("suberror")).isEqualTo(suberror);
    assertThat(rejected.json().path("error_codes").path(0).asInt()).isEqualTo(demand.code());
    assertThat(entra.tokens().status()).isEqualTo(200);
    assertThat(entra.web.post(entra.tokenPath, entra.refreshForm(refreshToken)).status())
        .isEqualTo(200);
  }

  @Test
  void requiredClaimsMustBeRequested() {
    var refreshToken = entra.tokens().text("refresh_token");
    entra.admin.requireBeforeToken(EntraError.claimsRequired(CLAIMS));

    var rejected = entra.web.post(entra.tokenPath, entra.refreshForm(refreshToken));
    assertThat(rejected.text("claims")).isEqualTo(CLAIMS);
    assertThat(entra.tokens().text("error")).isEqualTo("interaction_required");

    var code = entra.code(Web.with(entra.authorizeQuery(), "claims", " " + CLAIMS));
    var answer = entra.web.post(entra.tokenPath, entra.codeForm(code));
    assertThat(answer.claimsOf("access_token").path("acrs").path(0).asText()).isEqualTo("c1");
  }

  @Test
  void aRequirementCanBeRemoved() {
    var refreshToken = entra.tokens().text("refresh_token");
    entra.admin.requireBeforeToken(EntraError.mfaRequired()).requireNothing();

    assertThat(entra.admin.requiredError()).isEmpty();
    assertThat(entra.web.post(entra.tokenPath, entra.refreshForm(refreshToken)).status())
        .isEqualTo(200);
  }

  @Test
  void claimsOfARefreshAppearInTheToken() {
    var form = Web.with(entra.refreshForm(entra.tokens().text("refresh_token")), "claims", CLAIMS);

    var answer = entra.web.post(entra.tokenPath, form);

    assertThat(answer.claimsOf("access_token").path("acrs").path(0).asText()).isEqualTo("c1");
  }
}
