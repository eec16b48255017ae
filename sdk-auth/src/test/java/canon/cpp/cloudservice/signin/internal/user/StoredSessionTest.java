package canon.cpp.cloudservice.signin.internal.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A web host on several nodes stores a sign-in and uses it on another node. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "FileTokenStore rejects file systems without POSIX permissions")
class StoredSessionTest {
  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final TokenRequest CALL = TokenRequest.within(TIME);

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final ScriptedGrant grantElsewhere = new ScriptedGrant(clock);
  private final UserSignInFlows node = node(grant);
  private final UserSignInFlows otherNode = node(grantElsewhere);
  private final AuthorizationCodeSession session =
      node.begin(AuthorizationCodeOptions.of(URI.create("https://printer.example/callback")));
  @TempDir Path parent;
  private FileTokenStore store;

  @BeforeEach
  void open() {
    store = FileTokenStore.in(parent.resolve("sign-ins"), KEY);
  }

  @Test
  void aCompletedSignInIsStoredAndUsedOnAnotherNode() {
    try (AccountTokenProvider here = complete(session.store(store, "john"))) {
      assertThat(here.token(CALL).value()).isEqualTo("token-1");
    }
    assertThat(store.load("john")).contains("refresh-1".getBytes(UTF_8));

    try (AccountTokenProvider there = otherNode.stored(store, "john")) {
      assertThat(there.account()).isPresent();
      assertThat(there.token(CALL)).isNotNull();
    }
    assertThat(grantElsewhere.log).containsExactly("renew refresh-1");
  }

  @Test
  void aSealedSessionIsStoredByTheNodeThatCompletesIt() {
    SealingKey key = SealingKey.of(KEY);
    AuthorizationCodeSession resumed = otherNode.resume(session.seal(key), key);

    complete(resumed.store(store, "john")).close();

    assertThat(store.load("john")).contains("refresh-1".getBytes(UTF_8));
  }

  @Test
  void aNewSignInReplacesTheStoredSignInOfAnotherUser() {
    store.save("john", ScriptedGrant.OF_ANOTHER.getBytes(UTF_8));

    try (AccountTokenProvider here = complete(session.store(store, "john"))) {
      assertThat(here.account().orElseThrow().id()).isEqualTo("oid-1");
    }

    assertThat(store.load("john")).contains("refresh-1".getBytes(UTF_8));
  }

  @Test
  void aRenewedRefreshTokenIsStoredToo() {
    grant.rotates = true;
    try (AccountTokenProvider here = complete(session.store(store, "john"))) {
      clock.advance(ScriptedGrant.LIFE);
      assertThat(here.token(CALL)).isNotNull();
    }

    assertThat(store.load("john")).contains("refresh-2".getBytes(UTF_8));
  }

  @Test
  void withoutAStoreNothingIsStored() {
    complete(session).close();

    assertThat(store.load("john")).isEmpty();
  }

  @Test
  void aFailedAttemptStoresNothing() {
    AuthorizationCodeSession stored = session.store(store, "john");

    assertThatThrownBy(() -> stored.complete(Map.of("state", "another", "code", "c"), TIME))
        .isInstanceOf(AuthenticationException.class);

    assertThat(store.load("john")).isEmpty();
    assertThatThrownBy(() -> complete(session))
        .as("a session with a store is the same session")
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void aMissingStoredSignInFailsWithoutARequest() {
    try (AccountTokenProvider there = otherNode.stored(store, "john")) {
      AuthenticationException failure =
          catchThrowableOfType(AuthenticationException.class, () -> there.token(CALL));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    }
  }

  @Test
  void anInvalidNameIsRejected() {
    assertThatThrownBy(() -> session.store(store, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> otherNode.stored(store, "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private AccountTokenProvider complete(AuthorizationCodeSession pending) {
    String query = pending.url().getQuery();
    return pending.complete(
        Map.of("state", query.substring("state=".length()), "code", "c1"), TIME);
  }

  private UserSignInFlows node(ScriptedGrant of) {
    return new UserSignInFlows(
        ScriptedGrant.registration("Test", "app"), timer -> of, clock, clock);
  }
}
