package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.CALLBACK;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.MINUTE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.URI;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that a web host keeps as sealed text. */
class GoogleSealedSessionTest {
  private static final SealingKey KEY = SealingKey.of(new SecretKeySpec(new byte[32], "AES"));

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();
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
  void aSealedTextSignsInOnce() {
    AuthorizationCodeSession one = app.resume(sealed, KEY);
    AuthorizationCodeSession two = app.resume(sealed, KEY);

    one.complete(callback, MINUTE).close();

    assertIsUsedUp(two);
    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
  }

  /** Each method of configuration returns another app object. */
  @Test
  void aCopyOfTheAppDoesNotAcceptAReplay() {
    app.resume(sealed, KEY).complete(callback, MINUTE).close();

    assertIsUsedUp(app.clock(world.clock).resume(sealed, KEY));
    assertIsUsedUp(app.timer(world.timer).resume(sealed, KEY));
    assertIsUsedUp(world.app().resume(sealed, KEY));
    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
  }

  @Test
  void aFailedSessionCannotBeResumed() {
    Map<String, String> others = Map.of("state", "of another user", "code", callback.get("code"));
    assertThat(failureOf(() -> session.complete(others, MINUTE)).kind())
        .isEqualTo(AuthenticationErrorKind.DENIED);

    assertIsUsedUp(app.resume(sealed, KEY));

    assertThat(world.requests(IdentityEndpoint.TOKEN)).isEmpty();
  }

  @Test
  void anotherNodeWithTheSameRegistrationResumesIt() {
    world.app().resume(sealed, KEY).complete(callback, MINUTE).close();

    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(1);
  }

  @Test
  void anotherRegistrationCannotResumeIt() {
    assertRejected(world.app(world.network, "another.apps.googleusercontent.com", "secret"));
    assertRejected(app.at(URI.create("https://google.example")));
  }

  private void assertRejected(GoogleApp other) {
    AuthenticationException failure = failureOf(() -> other.resume(sealed, KEY).url());
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
    assertThat(failure).hasMessageContaining("belongs to something else");
  }

  private void assertIsUsedUp(AuthorizationCodeSession tried) {
    AuthenticationException failure = failureOf(() -> tried.complete(callback, MINUTE));
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    assertThat(failure).hasMessageContaining("already completed, or has failed");
  }
}
