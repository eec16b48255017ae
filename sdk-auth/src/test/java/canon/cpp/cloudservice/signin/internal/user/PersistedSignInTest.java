package canon.cpp.cloudservice.signin.internal.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.FileTokenStore;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.TokenStoreException;
import canon.cpp.cloudservice.testing.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of a store, and the effects of its failures. */
class PersistedSignInTest {
  private static final TokenRequest CALL = TokenRequest.within(Duration.ofSeconds(30));
  private static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction();

  private final FakeClock clock = new FakeClock();
  private final Store store = new Store();
  private final List<AccountTokenProvider> providers = new ArrayList<>();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final AccountTokenProvider provider = provider(grant);

  @AfterEach
  void close() {
    providers.forEach(AccountTokenProvider::close);
  }

  /** Stores sign-ins in memory, and fails on request. */
  private static final class Store implements TokenStore {
    final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    final List<String> saved = new ArrayList<>();
    volatile RuntimeException failure;

    @Override
    public Optional<byte[]> load(String name) {
      fail();
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void save(String name, byte[] signIn) {
      fail();
      saved.add(new String(signIn, UTF_8));
      kept.put(name, signIn);
    }

    @Override
    public void delete(String name) {
      fail();
      kept.remove(name);
    }

    private void fail() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  @Test
  void aSignInSurvivesARestart() {
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");
    provider.close();

    AccountTokenProvider next = provider(new ScriptedGrant(clock));

    assertThat(next.account()).isPresent();
    assertThat(next.token(CALL).value()).isEqualTo("token-1");
  }

  @Test
  void aSignInIsSavedOnlyWhenItChanges() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    clock.advance(ScriptedGrant.LIFE);
    assertThat(provider.token(CALL)).isNotNull();
    assertThat(store.saved).containsExactly("refresh-1");

    grant.rotates = true;
    clock.advance(ScriptedGrant.LIFE);
    assertThat(provider.token(CALL)).isNotNull();
    assertThat(store.saved).containsExactly("refresh-1", "refresh-2");
  }

  @Test
  void aStoreThatCannotSaveDoesNotFailTheTokenAndIsRetried() {
    assertThat(provider.account()).isEmpty();
    store.failure = new TokenStoreException("The disk is full.", null);
    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");
    assertThat(store.kept).isEmpty();

    store.failure = null;
    clock.advance(ScriptedGrant.LIFE);
    assertThat(provider.token(CALL).value()).isEqualTo("token-2");
    assertThat(store.kept).containsOnlyKeys("john");
  }

  @Test
  void anUnreadableStoreFailsRequestsAndIsNotOverwritten() {
    store.kept.put("john", "of another application".getBytes(UTF_8));

    assertThat(List.of(CALL, SIGN_IN))
        .allSatisfy(
            request ->
                assertThatThrownBy(() -> provider.token(request))
                    .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.OTHER))
                    .hasMessageContaining("the stored sign-in cannot be read"));
    assertThatThrownBy(provider::account).isInstanceOf(AuthenticationException.class);
    assertThat(new String(store.kept.get("john"), UTF_8)).isEqualTo("of another application");

    provider.forget();
    assertThat(store.kept).isEmpty();
    assertThat(provider.token(SIGN_IN)).isNotNull();
  }

  @Test
  void aRepairedStoreIsReadAgain() {
    store.kept.put("john", "refresh-7".getBytes(UTF_8));
    store.failure = new TokenStoreException("The wrong key.", null);
    assertThatThrownBy(() -> provider.token(CALL)).isInstanceOf(AuthenticationException.class);

    store.failure = null;

    assertThat(provider.token(CALL)).isNotNull();
    assertThat(grant.log).containsExactly("renew refresh-7");
  }

  @Test
  void theSignInOfAnotherProcessIsUsedBeforeTheUserIsPrompted() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    store.kept.put("john", "refresh-9".getBytes(UTF_8));
    grant.before =
        step -> {
          if (step.equals("renew refresh-1")) {
            throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build();
          }
        };
    clock.advance(ScriptedGrant.LIFE);

    assertThat(provider.token(CALL).value()).isEqualTo("token-2");
    assertThat(grant.log).endsWith("renew refresh-1", "renew refresh-9");
  }

  @Test
  void forgettingDeletesTheStoredSignIn() {
    assertThat(provider.token(SIGN_IN)).isNotNull();

    provider.forget();

    assertThat(store.kept).isEmpty();
    assertThat(grant.log).endsWith("forget");
  }

  @Test
  void everyPartIsForgottenEvenIfOthersFail() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    grant.before =
        step -> {
          if (step.equals("forget")) {
            throw new IllegalStateException("seeded-secret");
          }
        };

    provider.forget();

    assertThat(store.kept).isEmpty();
    assertThat(provider.account()).isEmpty();
  }

  @Test
  void aStoreThatCannotDeleteIsReported() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    store.failure = new TokenStoreException("The disk has failed.", null);

    assertThatThrownBy(provider::forget).isInstanceOf(TokenStoreException.class);

    assertThat(provider.account()).isEmpty();
    assertThatThrownBy(() -> provider.token(CALL)).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void forgettingRevokesASignInThatWasOnlyStored() {
    store.kept.put("john", "refresh-7".getBytes(UTF_8));
    List<String> revoked = new ArrayList<>();
    grant.beforeForgetting = revoked::add;

    provider.forget();

    assertThat(revoked).containsExactly("refresh-7");
    assertThat(store.kept).isEmpty();
  }

  @Test
  void aSignOutOfAnotherProcessIsNotUndone() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    grant.rotates = true;
    AccountTokenProvider elsewhere = provider(new ScriptedGrant(clock));
    assertThat(elsewhere.account()).isPresent();

    elsewhere.forget();
    clock.advance(ScriptedGrant.LIFE);

    assertThatThrownBy(() -> provider.token(CALL))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED))
        .hasMessageContaining("another process that shares this sign-in has forgotten it");
    assertThat(store.kept).isEmpty();
    assertThat(provider.account()).isEmpty();
    assertThatThrownBy(() -> elsewhere.token(CALL)).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void afterForgettingTheSignInOfAnotherProcessIsNotUsed() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    provider.forget();
    store.kept.put("john", "refresh-9".getBytes(UTF_8));

    assertThatThrownBy(() -> provider.token(CALL)).isInstanceOf(AuthenticationException.class);

    assertThat(provider.token(SIGN_IN)).isNotNull();
    assertThat(new String(store.kept.get("john"), UTF_8)).isEqualTo("refresh-2");
  }

  @Test
  void theSignInOfAnotherUserIsNeitherOverwrittenNorUsed() {
    assertThat(provider.token(SIGN_IN)).isNotNull();
    store.kept.put("john", ScriptedGrant.OF_ANOTHER.getBytes(UTF_8));
    grant.rotates = true;
    clock.advance(ScriptedGrant.LIFE);
    assertThat(provider.token(CALL)).isNotNull();
    assertThat(new String(store.kept.get("john"), UTF_8)).isEqualTo(ScriptedGrant.OF_ANOTHER);

    grant.before =
        step -> {
          if (step.startsWith("renew")) {
            throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build();
          }
        };
    clock.advance(ScriptedGrant.LIFE);

    assertThatThrownBy(() -> provider.token(CALL)).isInstanceOf(AuthenticationException.class);
    assertThat(provider.account().orElseThrow().id()).isEqualTo("oid-1");
  }

  @Test
  void anInterruptDoesNotPreventForgetting(@TempDir Path parent) {
    SecretKey key = new SecretKeySpec(new byte[32], "AES");
    FileTokenStore files = FileTokenStore.in(parent.resolve("sign-ins"), key);
    AccountTokenProvider inFiles =
        new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock)
            .deviceCode(code -> {})
            .store(files, "john")
            .build();
    providers.add(inFiles);
    assertThat(inFiles.token(SIGN_IN)).isNotNull();
    grant.before =
        step -> {
          if (step.equals("forget")) {
            // As when the client is closed during a sign-out.
            Thread.currentThread().interrupt();
          }
        };

    Thread.currentThread().interrupt();
    inFiles.forget();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(inFiles.account()).isEmpty();
    assertThat(files.load("john")).isEmpty();
    assertThatThrownBy(() -> inFiles.token(CALL)).isInstanceOf(AuthenticationException.class);
  }

  private AccountTokenProvider provider(UserGrant of) {
    AccountTokenProvider made =
        new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> of, clock, clock)
            .deviceCode(code -> {})
            .store(store, "john")
            .build();
    providers.add(made);
    return made;
  }
}
