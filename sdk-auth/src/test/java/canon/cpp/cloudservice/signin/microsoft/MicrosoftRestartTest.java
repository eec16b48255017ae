package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftGrant;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosoftRestartTest {
  private static final TokenRequest ASKING =
      TokenRequest.within(Duration.ofMinutes(20)).allowingInteraction();
  private static final TokenRequest REQUEST = TokenRequest.within(Entra.TIME);
  private final Entra entra = new Entra();
  private final MemoryStore store = new MemoryStore();

  private static final class MemoryStore implements TokenStore {
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> load(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void save(String name, byte[] signIn) {
      kept.put(name, signIn);
    }

    @Override
    public void delete(String name) {
      kept.remove(name);
    }

    String text() {
      return new String(kept.get("admin"), StandardCharsets.UTF_8);
    }
  }

  @AfterEach
  void close() {
    entra.close();
  }

  private AccountTokenProvider provider(MicrosoftApp app) {
    return app.deviceCode(code -> entra.fake.approveDevice(code.userCode(), Entra.ADMIN))
        .store(store, "admin")
        .build();
  }

  private String signInAndStop() {
    try (AccountTokenProvider admin = provider(entra.app())) {
      return admin.token(ASKING).value();
    }
  }

  @Test
  void aRestartNeedsNoPrompt() {
    String before = signInAndStop();

    try (AccountTokenProvider admin = provider(entra.app())) {
      assertThat(admin.account().orElseThrow().id()).isEqualTo(entra.admin.oid());
      assertThat(admin.account().orElseThrow().tenant()).isEqualTo(entra.contoso.id());
      assertThat(admin.account().orElseThrow().displayAddress()).isEqualTo(Entra.ADMIN);
      assertThat(admin.token(REQUEST).value()).isNotEqualTo(before);
    }
    try (AccountTokenProvider admin = provider(entra.app())) {
      assertThat(admin.token(REQUEST)).as("with the last refresh token received").isNotNull();
    }
  }

  @Test
  void theStoredSignInContainsOnlyTheRefreshToken() {
    String token = signInAndStop();

    assertThat(store.text())
        .contains("RefreshToken", entra.admin.oid())
        .doesNotContain(token, "AccessToken", "IdToken", "kept-from-msal4j", ".eyJ");
  }

  @Test
  void theStoredSignInChangesOnlyWithTheSignIn() {
    signInAndStop();
    MicrosoftGrant grant = grant(entra.fake.address());
    grant.restore(store.load("admin").orElseThrow());

    assertThat(grant.state().orElseThrow()).isEqualTo(store.load("admin").orElseThrow());
    assertThat(grant).asString().doesNotContain(Entra.ADMIN, entra.admin.oid());
  }

  @Test
  void forgettingClearsTheStore() {
    signInAndStop();

    try (AccountTokenProvider admin = provider(entra.app())) {
      admin.forget();

      assertThat(store.load("admin")).isEmpty();
      assertThat(Entra.failure(admin, REQUEST).reason()).contains(SignInReason.FIRST_SIGN_IN);
    }
  }

  @Test
  void theSignInOfAnotherApplicationIsRejected() {
    signInAndStop();
    int before = entra.tokenRequests();

    try (AccountTokenProvider admin = provider(entra.app(entra.tool))) {
      assertThat(Entra.failure(admin, REQUEST).kind())
          .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
      assertThat(entra.tokenRequests()).isEqualTo(before);
    }
  }

  @Test
  void theSignInOfAnotherCloudIsNotSent() {
    signInAndStop();
    int before = entra.network.sent().size();
    MicrosoftGrant grant = grant(URI.create("https://login.microsoftonline.us"));
    grant.restore(store.load("admin").orElseThrow());

    assertThatThrownBy(() -> grant.renew(REQUEST))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("belongs to https://localhost");
    assertThat(entra.network.sent()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"version\":2,\"id\":\"x\",\"msal\":{}}",
        "{\"version\":1,\"msal\":{}}",
        "{\"version\":1,\"id\":\"x\"}"
      })
  void aTextThatIsNotASignInIsRejectedAndNotQuoted(String state) {
    MicrosoftGrant grant = grant(entra.fake.address());

    assertThatThrownBy(() -> grant.restore(state.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("This is not a sign-in")
        .hasNoCause();
    assertThat(grant.account()).isEmpty();
  }

  private MicrosoftGrant grant(URI cloud) {
    MicrosoftSettings settings =
        MicrosoftSettings.of(entra.network, entra.editor.clientId(), entra.fake.apiId())
            .withCloud(cloud);
    return new MicrosoftGrant(settings, null, entra.clock);
  }
}
