package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleWorld.CALLBACK;
import static canon.cpp.cloudservice.signin.google.GoogleWorld.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleWorld.MINUTE;
import static canon.cpp.cloudservice.signin.google.GoogleWorld.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.URI;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that a web host keeps as texts. */
class GoogleSealedSessionTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

  private final GoogleWorld world = GoogleWorld.ofPeople();
  private final GoogleApp app = world.app();
  private final AuthorizationCodeSession session = app.begin(CALLBACK);
  private final String sealed = session.seal(KEY);
  private final Map<String, String> callback =
      world.google.signIn(session.url(), JOHN).parameters();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void oneTextSignsInOnce() {
    AuthorizationCodeSession one = app.resume(sealed, KEY);
    AuthorizationCodeSession two = app.resume(sealed, KEY);

    one.complete(callback, MINUTE).close();

    assertIsUsedUp(two);
    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
  }

  @Test
  void aSessionThatFailedIsNotTakenUpFromItsText() {
    Map<String, String> others = Map.of("state", "of somebody else", "code", callback.get("code"));
    assertThat(failureOf(() -> session.complete(others, MINUTE)).kind())
        .isEqualTo(SignInKind.DENIED);

    assertIsUsedUp(app.resume(sealed, KEY));

    assertThat(world.requests(IdentityEndpoint.TOKEN)).isEmpty();
  }

  @Test
  void anotherNodeWithTheSameRegistrationTakesItUp() {
    world.app().resume(sealed, KEY).complete(callback, MINUTE).close();

    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
  }

  @Test
  void anotherRegistrationDoesNotTakeItUp() {
    assertRefused(world.app(world.network, "another.apps.googleusercontent.com", "secret"));
    assertRefused(app.at(URI.create("https://google.example")));
  }

  private void assertRefused(GoogleApp other) {
    SignInException failure = failureOf(() -> other.resume(sealed, KEY).url());
    assertThat(failure.kind()).isEqualTo(SignInKind.DENIED);
    assertThat(failure).hasMessageContaining("belongs to something else");
  }

  private void assertIsUsedUp(AuthorizationCodeSession tried) {
    SignInException failure = failureOf(() -> tried.complete(callback, MINUTE));
    assertThat(failure.kind()).isEqualTo(SignInKind.CODE_EXPIRED);
    assertThat(failure).hasMessageContaining("completed, or failed, before");
  }
}
