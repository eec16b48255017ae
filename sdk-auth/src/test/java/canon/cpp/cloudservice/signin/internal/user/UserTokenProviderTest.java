package canon.cpp.cloudservice.signin.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The behaviour that all providers for users share. */
class UserTokenProviderTest {
  private static final TokenRequest CALL = TokenRequest.within(Duration.ofSeconds(30));
  private static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction();

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final UserSignInFlows people =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock);
  private final List<DeviceCode> shown = new ArrayList<>();
  private final AccountTokenProvider provider = people.deviceCode(shown::add).build();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void aCallNeverPromptsTheUser() {
    assertThatThrownBy(() -> provider.token(CALL))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED));

    assertThat(shown).isEmpty();
    assertThat(provider.account()).isEmpty();
  }

  @Test
  void signingInPromptsOnceAndCallsGetItsToken() {
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");
    assertThat(provider.token(CALL).value()).isEqualTo("token-1");
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");

    assertThat(shown).hasSize(1);
    assertThat(provider.account()).hasValueSatisfying(a -> assertThat(a.id()).isEqualTo("oid-1"));
  }

  @Test
  void anExpiredTokenIsRenewedWithoutAPrompt() {
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");

    clock.advance(ScriptedGrant.LIFE);

    assertThat(provider.token(CALL).value()).isEqualTo("token-2");
    assertThat(shown).hasSize(1);
  }

  @Test
  void aForgottenUserHasToSignInAgain() {
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");

    provider.forget();

    assertThat(provider.account()).isEmpty();
    assertThatThrownBy(() -> provider.token(CALL)).isInstanceOf(AuthenticationException.class);
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-2");
  }

  @Test
  void anotherUserAtThePromptReplacesTheAccount() {
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");
    grant.person = "oid-2";
    grant.before =
        step -> {
          if (step.startsWith("renew")) {
            throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build();
          }
        };
    assertThat(provider.token(SIGN_IN.withClaims("{}")).value()).isEqualTo("token-2");
    grant.before = step -> {};

    assertThat(provider.account()).hasValueSatisfying(a -> assertThat(a.id()).isEqualTo("oid-2"));
    assertThat(provider.token(CALL).value()).isEqualTo("token-3");
  }
}
