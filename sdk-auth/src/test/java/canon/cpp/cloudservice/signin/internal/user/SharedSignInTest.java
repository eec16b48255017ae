package canon.cpp.cloudservice.signin.internal.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.StoredSignIn;
import canon.cpp.cloudservice.signin.TokenStoreException;
import canon.cpp.cloudservice.signin.VersionedTokenStore;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign-in in a store with versions, which other processes renew too. */
class SharedSignInTest {
  private static final TokenRequest CALL = TokenRequest.within(Duration.ofMinutes(2));
  private static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction();

  private final FakeClock clock = new FakeClock();
  private final Store store = new Store();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final AccountTokenProvider provider =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock)
          .deviceCode(code -> {})
          .store(store, "john")
          .build();

  @AfterEach
  void close() {
    provider.close();
  }

  /** One sign-in in memory, with a version counter. */
  private static final class Store implements VersionedTokenStore {
    final List<String> saved = new ArrayList<>();
    private String content;
    private int version;
    private boolean broken;
    private Runnable beforeConditionalSave = () -> {};

    synchronized void put(String signIn) {
      content = signIn;
      version++;
      saved.add(signIn);
    }

    @Override
    public synchronized Optional<StoredSignIn> loadVersioned(String name) {
      return Optional.ofNullable(content)
          .map(signIn -> StoredSignIn.of(signIn.getBytes(UTF_8), String.valueOf(version)));
    }

    @Override
    public synchronized Optional<String> saveIfUnchanged(
        String name, byte[] signIn, String expected) {
      Runnable before = beforeConditionalSave;
      beforeConditionalSave = () -> {};
      before.run();
      if (broken) {
        throw new TokenStoreException("The disk is full.", null);
      }
      String current = content == null ? null : String.valueOf(version);
      if (!Objects.equals(current, expected)) {
        return Optional.empty();
      }
      put(new String(signIn, UTF_8));
      return Optional.of(String.valueOf(version));
    }

    @Override
    public Optional<byte[]> load(String name) {
      return loadVersioned(name).map(StoredSignIn::signIn);
    }

    @Override
    public void save(String name, byte[] signIn) {
      put(new String(signIn, UTF_8));
    }

    @Override
    public synchronized void delete(String name) {
      content = null;
      version++;
    }
  }

  @Test
  void aRenewalClaimsTheSignInAndSavesTheNewRefreshToken() {
    signIn();
    grant.rotates = true;

    renew();

    assertThat(store.saved).containsExactly("refresh-1", "renewing:refresh-1", "refresh-2");
  }

  @Test
  void anUnchangedRefreshTokenIsStoredWithoutTheMark() {
    signIn();

    renew();
    renew();

    assertThat(store.saved).last().isEqualTo("refresh-1");
  }

  @Test
  void theStateOfAnotherProcessReplacesTheOldRefreshToken() {
    signIn();
    store.put("refresh-7");

    renew();

    assertThat(grant.log).last().isEqualTo("renew refresh-7");
    assertThat(grant.log).doesNotContain("renew refresh-1");
  }

  @Test
  void aRenewalWaitsWhileAnotherProcessHasClaimedTheSignIn() {
    signIn();
    store.put("renewing:refresh-1");
    clock.advance(ScriptedGrant.LIFE);
    var unused = clock.timeout(Duration.ofSeconds(3)).thenRun(() -> store.put("refresh-7"));

    assertThat(provider.token(CALL)).isNotNull();

    assertThat(grant.log).last().isEqualTo("renew refresh-7");
    assertThat(grant.log).doesNotContain("renew refresh-1");
  }

  @Test
  void aClaimOfAProcessThatDiedIsTakenOver() {
    signIn();
    store.put("renewing:refresh-1");
    grant.rotates = true;

    renew();

    assertThat(grant.log).last().isEqualTo("renew refresh-1");
    assertThat(store.saved).last().isEqualTo("refresh-2");
  }

  @Test
  void aClaimIsReadAsTheSignInAfterARestart() {
    store.put("renewing:refresh-7");

    assertThat(provider.account()).isPresent();
    assertThat(provider.token(CALL)).isNotNull();

    assertThat(grant.log).last().isEqualTo("renew refresh-7");
  }

  @Test
  void aClaimThatLosesToAnotherProcessUsesItsState() {
    signIn();
    store.beforeConditionalSave = () -> store.put("refresh-7");

    renew();

    assertThat(grant.log).last().isEqualTo("renew refresh-7");
  }

  @Test
  void afterInvalidGrantTheStateOfAnotherProcessIsUsed() {
    signIn();
    grant.before =
        step -> {
          if (step.equals("renew refresh-1")) {
            store.put("refresh-7");
            throw signInRequired();
          }
        };

    renew();

    assertThat(grant.log).endsWith("renew refresh-1", "renew refresh-7");
  }

  @Test
  void afterInvalidGrantWithoutAChangeTheUserHasToSignInAgain() {
    signIn();
    grant.before =
        step -> {
          if (step.startsWith("renew")) {
            throw signInRequired();
          }
        };
    clock.advance(ScriptedGrant.LIFE);

    AuthenticationException failure =
        catchThrowableOfType(AuthenticationException.class, () -> provider.token(CALL));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(store.saved).last().as("the claim is ended").isEqualTo("refresh-1");
  }

  @Test
  void aSignInDeletedByAnotherProcessEndsHereToo() {
    signIn();
    grant.rotates = true;
    grant.before = step -> store.delete("john");
    clock.advance(ScriptedGrant.LIFE);

    assertThatThrownBy(() -> provider.token(CALL))
        .hasMessageContaining("another process that shares this sign-in has forgotten it");
    assertThat(store.content).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the state of another process stays, refresh-7, refresh-7",
    "a claim of another process is replaced, renewing:refresh-1, refresh-2"
  })
  void anotherProcessSavesDuringTheRenewal(String name, String saved, String expected) {
    signIn();
    grant.rotates = true;
    grant.before = step -> store.put(saved);

    renew();

    assertThat(store.content).isEqualTo(expected);
  }

  @Test
  void aNewSignInReplacesWhatIsStored() {
    signIn();
    grant.before =
        step -> {
          if (step.startsWith("renew")) {
            throw signInRequired();
          }
        };
    clock.advance(ScriptedGrant.LIFE);

    assertThat(provider.token(SIGN_IN)).isNotNull();

    assertThat(store.content).isEqualTo("refresh-2");
  }

  @Test
  void aStoreThatCannotSaveDoesNotFailTheRenewal() {
    signIn();
    store.broken = true;

    renew();

    assertThat(grant.log).last().isEqualTo("renew refresh-1");
  }

  private void signIn() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
  }

  private void renew() {
    clock.advance(ScriptedGrant.LIFE);
    assertThat(provider.token(CALL)).isNotNull();
  }

  private static AuthenticationException signInRequired() {
    return AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build();
  }
}
