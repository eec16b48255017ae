package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SECRET;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SIGN_IN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sign-in is stored across a restart. */
class GoogleStoredSignInTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final TokenStore store = new MapStore(kept);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aStoredSignInNeedsNoPrompt() {
    signIn();
    world.google.log().clear();

    try (AccountTokenProvider again = provider(world.app())) {
      assertThat(again.account())
          .hasValueSatisfying(account -> assertThat(account.displayAddress()).isEqualTo(JOHN));
      assertThat(token(again)).isNotEmpty();
    }
    assertThat(world.requests(IdentityEndpoint.DEVICE_CODE)).isEmpty();
  }

  @Test
  void noTokenForTheServiceIsStored() {
    String token = signIn();

    assertThat(kept.values())
        .singleElement()
        .satisfies(
            bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(token));
  }

  @Test
  void theSignInOfAnotherApplicationIsNotUsed() {
    signIn();
    String other = world.google.client("another").secret(SECRET).clientId();

    try (AccountTokenProvider provider = provider(world.app(world.network, other, SECRET))) {
      assertThat(failureOf(() -> token(provider)))
          .hasMessageContaining("stored sign-in cannot be read")
          .hasRootCauseMessage("This is a sign-in to another client at Google");
    }
  }

  @Test
  void aTextThatIsNotASignInIsRejected() {
    kept.put("john", "{\"refreshToken\":\"1//secret\"}".getBytes(StandardCharsets.UTF_8));

    try (AccountTokenProvider provider = provider(world.app())) {
      assertThat(failureOf(() -> token(provider)))
          .hasRootCauseMessage("This is not a sign-in with Google");
    }
  }

  @Test
  void anEndedSignInIsNotStored() {
    signIn();
    world.google.revokeSessions(world.john);

    try (AccountTokenProvider provider = provider(world.app())) {
      failureOf(() -> token(provider));
      failureOf(() -> token(provider));
      provider.forget();
    }

    assertThat(kept).isEmpty();
  }

  private String signIn() {
    try (AccountTokenProvider provider = provider(world.app())) {
      return provider.token(SIGN_IN).value();
    }
  }

  private AccountTokenProvider provider(GoogleApp app) {
    return app.deviceCode(code -> world.google.approveDevice(code.userCode(), JOHN))
        .store(store, "john")
        .build();
  }

  private record MapStore(Map<String, byte[]> kept) implements TokenStore {
    @Override
    public Optional<byte[]> load(String name) {
      return Optional.ofNullable(kept.get(name)).map(byte[]::clone);
    }

    @Override
    public void save(String name, byte[] signIn) {
      kept.put(name, signIn.clone());
    }

    @Override
    public void delete(String name) {
      kept.remove(name);
    }
  }
}
