package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.signin.internal.user.DefaultAuthorizationCodeSessionTest.assertEnds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that another node resumes. */
class SealedSessionTest {
  private static final SealingKey KEY = key(1);
  private static final AuthorizationCodeOptions OPTIONS =
      AuthorizationCodeOptions.of(URI.create("https://printer.example/callback"))
          .withFormPost()
          .withLoginHint("a@contoso.com")
          .withClaims("{\"x\":1}");

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant here = new ScriptedGrant(clock);
  private final ScriptedGrant there = new ScriptedGrant(clock);
  private final UserSignInFlows onThisNode =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> here, clock, clock);
  private final UserSignInFlows onAnother =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> there, clock, clock);
  private final AuthorizationCodeSession session = onThisNode.begin(OPTIONS);

  @Test
  void anotherNodeCompletesTheSession() {
    AuthorizationCodeSession resumed = onAnother.resume(session.seal(KEY), KEY);

    assertThat(resumed.url()).isEqualTo(session.url());
    assertThat(there.codeRequests).isEqualTo(here.codeRequests);
    String state = here.codeRequests.get(0).state();
    try (AccountTokenProvider provider =
        resumed.complete(Map.of("state", state, "code", "c1"), Duration.ofSeconds(30))) {
      assertThat(provider.account()).isPresent();
    }
  }

  @Test
  void theSealedTextFitsIntoACookieAndRevealsNothing() {
    String sealed = session.seal(KEY);

    assertThat(sealed).matches("[A-Za-z0-9_-]{1,1000}");
    assertThat(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
        .doesNotContain("contoso")
        .doesNotContain("printer");
    assertThat(session.seal(KEY)).isNotEqualTo(sealed);
  }

  @Test
  void itsFiveMinutesContinue() {
    clock.advance(Duration.ofMinutes(3));
    AuthorizationCodeSession resumed = onAnother.resume(session.seal(KEY), KEY);
    String sealed = resumed.seal(KEY);
    clock.advance(Duration.ofMinutes(2));

    assertEnds(AuthenticationErrorKind.CODE_EXPIRED, () -> onAnother.resume(sealed, KEY));
    assertThat(resumed.url()).isNotNull();
    String state = there.codeRequests.get(0).state();
    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> resumed.complete(Map.of("state", state, "code", "c"), Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 60_000})
  void aNodeWhoseClockIsBehindByUpTo60SecondsCompletesIt(long millis) {
    AuthorizationCodeSession resumed =
        node(Duration.ofMillis(-millis)).resume(session.seal(KEY), KEY);
    assertThat(resumed.url()).isNotNull();
    String state = there.codeRequests.get(0).state();

    try (AccountTokenProvider provider =
        resumed.complete(Map.of("state", state, "code", "c1"), Duration.ofSeconds(30))) {
      assertThat(provider.account()).isPresent();
    }
  }

  @Test
  void aNodeWhoseClockIsBehindGivesItNoMoreThanFiveMinutes() {
    AuthorizationCodeSession resumed = node(Duration.ofMinutes(-1)).resume(session.seal(KEY), KEY);
    assertThat(resumed.url()).isNotNull();
    String state = there.codeRequests.get(0).state();
    clock.advance(Duration.ofMinutes(5));

    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> resumed.complete(Map.of("state", state, "code", "c"), Duration.ofSeconds(30)));
  }

  @Test
  void aNodeWhoseClockIsFurtherBehindReportsTheClocks() {
    String sealed = session.seal(KEY);
    UserSignInFlows late = node(Duration.ofSeconds(-61));

    assertEnds(AuthenticationErrorKind.CLOCK_SKEW, () -> late.resume(sealed, KEY));
    assertThatThrownBy(() -> late.resume(sealed, KEY))
        .hasMessageContaining("begun 61 s in the future by this machine's clock")
        .hasMessageContaining("Synchronize the clocks");
  }

  @Test
  void aNodeWhoseClockIsAheadCompletesItInWhatIsLeftOfFiveMinutes() {
    String sealed = session.seal(KEY);

    assertThat(node(Duration.ofSeconds(299)).resume(sealed, KEY).url()).isNotNull();
    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> node(Duration.ofMinutes(5)).resume(sealed, KEY));
  }

  /** Single use does not depend on the app object that is used. */
  @Test
  void aCallbackCannotBeReplayedInThisProcess() {
    String sealed = session.seal(KEY);
    assertThat(session.url()).isNotNull();
    Map<String, String> callback = Map.of("state", here.codeRequests.get(0).state(), "code", "c1");
    session.complete(callback, Duration.ofSeconds(30)).close();

    AuthorizationCodeSession replayed = onAnother.resume(sealed, KEY);
    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> replayed.complete(callback, Duration.ofSeconds(30)));
    assertThat(there.log).isEmpty();
  }

  /** On the node with the slowest clock that is accepted, a session ends 60 s later. */
  @Test
  void aCompletedSessionIsRememberedForAsLongAsItCanBeOpened() {
    String sealed = session.seal(KEY);
    assertThat(session.url()).isNotNull();
    Map<String, String> callback = Map.of("state", here.codeRequests.get(0).state(), "code", "c1");
    session.complete(callback, Duration.ofSeconds(30)).close();
    clock.advance(Duration.ofMinutes(6).minusSeconds(1));
    onAnother.begin(OPTIONS);

    AuthorizationCodeSession replayed = node(Duration.ofMinutes(-1)).resume(sealed, KEY);
    assertThatThrownBy(() -> replayed.complete(callback, Duration.ofSeconds(30)))
        .hasMessageContaining("already completed");
  }

  @Test
  void aSessionIsValidForOneAttemptHoweverOftenItIsResumed() {
    String sealed = session.seal(KEY);
    AuthorizationCodeSession one = onAnother.resume(sealed, KEY);
    AuthorizationCodeSession two = onAnother.resume(sealed, KEY);
    assertThat(one.url()).isNotNull();
    Map<String, String> callback = Map.of("state", there.codeRequests.get(0).state(), "code", "c1");

    one.complete(callback, Duration.ofSeconds(30)).close();

    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED, () -> two.complete(callback, Duration.ofSeconds(30)));
  }

  @Test
  void anotherKeyIsDistinguishedFromDamage() {
    String sealed = session.seal(KEY);

    assertThatThrownBy(() -> onAnother.resume(sealed, key(2)))
        .hasMessageContaining("sealed with another key");
    byte[] bytes = Base64.getUrlDecoder().decode(sealed);
    bytes[bytes.length - 1] ^= 1;
    String damaged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    assertThatThrownBy(() -> onAnother.resume(damaged, KEY)).hasMessageContaining("damaged");
    assertThatThrownBy(() -> onAnother.resume(sealed.substring(0, 20), KEY))
        .hasMessageContaining("incomplete");
    assertThatThrownBy(() -> onAnother.resume("no base64 at all!", KEY))
        .hasMessageContaining("damaged");
  }

  @Test
  void anotherIdentityProviderRejectsIt() {
    UserSignInFlows others =
        new UserSignInFlows(
            ScriptedGrant.registration("Other", "app"), timer -> there, clock, clock);
    String sealed = session.seal(KEY);

    assertThatThrownBy(() -> others.resume(sealed, KEY))
        .hasMessageContaining("belongs to something else");
  }

  @Test
  void anotherRegistrationRejectsIt() {
    UserSignInFlows others =
        new UserSignInFlows(
            ScriptedGrant.registration("Test", "another app"), timer -> there, clock, clock);
    String sealed = session.seal(KEY);

    assertThatThrownBy(() -> others.resume(sealed, KEY))
        .hasMessageContaining("belongs to something else");
  }

  @Test
  void aResumedSessionStaysBoundToItsRegistration() {
    UserSignInFlows others =
        new UserSignInFlows(
            ScriptedGrant.registration("Test", "another app"), timer -> there, clock, clock);
    String again = onAnother.resume(session.seal(KEY), KEY).seal(KEY);

    assertThat(onThisNode.resume(again, KEY).url()).isEqualTo(session.url());
    assertThatThrownBy(() -> others.resume(again, KEY))
        .hasMessageContaining("belongs to something else");
  }

  @Test
  void anUnusableKeyIsRejectedWhenItIsGiven() {
    for (SecretKey key :
        List.of(
            new SecretKeySpec(new byte[16], "AES"),
            new SecretKeySpec(new byte[32], "HmacSHA256"),
            new SecretKeySpec(new byte[33], "AES"))) {
      assertThatThrownBy(() -> SealingKey.of(key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("256 bits");
    }
    assertThatThrownBy(() -> SealingKey.of(null)).isInstanceOf(NullPointerException.class);
    assertThat(KEY).hasToString("SealingKey[hidden]");
  }

  private UserSignInFlows node(Duration clockOffset) {
    return new UserSignInFlows(
        ScriptedGrant.registration("Test", "app"),
        timer -> there,
        Clock.offset(clock, clockOffset),
        clock);
  }

  private static SealingKey key(int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    return SealingKey.of(new SecretKeySpec(bytes, "AES"));
  }
}
