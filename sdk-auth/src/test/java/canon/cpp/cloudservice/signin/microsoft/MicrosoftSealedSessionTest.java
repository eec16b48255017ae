package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import java.net.URI;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that a web host keeps as sealed text. */
class MicrosoftSealedSessionTest {
  private static final SealingKey KEY = SealingKey.of(new SecretKeySpec(new byte[32], "AES"));

  private final Entra entra = new Entra();
  private final MicrosoftApp app = entra.app();
  private final AuthorizationCodeSession session = app.begin(Entra.REDIRECT);
  private final String sealed = session.seal(KEY);
  private final Map<String, String> callback =
      entra.fake.signIn(session.url(), Entra.ADMIN).parameters();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aSealedTextSignsInOnce() {
    AuthorizationCodeSession one = app.resume(sealed, KEY);
    AuthorizationCodeSession two = app.resume(sealed, KEY);

    one.complete(callback, Entra.TIME).close();

    assertIsUsedUp(two);
    assertThat(entra.tokenRequests()).isEqualTo(1);
  }

  @Test
  void aFailedSessionCannotBeResumed() {
    AuthenticationException failure =
        failure(session, Map.of("state", "of another user", "code", callback.get("code")));
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);

    assertIsUsedUp(app.resume(sealed, KEY));

    assertThat(entra.tokenRequests()).isZero();
  }

  @Test
  void anotherNodeWithTheSameRegistrationResumesIt() {
    entra.app().resume(sealed, KEY).complete(callback, Entra.TIME).close();

    assertThat(entra.tokenRequests()).isEqualTo(1);
  }

  @Test
  void anotherRegistrationCannotResumeIt() {
    assertRejected(entra.app(entra.tool));
    assertRejected(app.tenant("contoso.com"));
    assertRejected(app.authority(URI.create("https://login.microsoftonline.us")));
    assertRejected(
        MicrosoftApp.of(entra.network, entra.editor.clientId(), "another-api")
            .authority(entra.fake.address())
            .clock(entra.clock));
  }

  private void assertRejected(MicrosoftApp other) {
    AuthenticationException failure =
        catchThrowableOfType(AuthenticationException.class, () -> other.resume(sealed, KEY));
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
    assertThat(failure).hasMessageContaining("belongs to something else");
  }

  private void assertIsUsedUp(AuthorizationCodeSession tried) {
    AuthenticationException failure = failure(tried, callback);
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    assertThat(failure).hasMessageContaining("already completed, or has failed");
  }

  private static AuthenticationException failure(
      AuthorizationCodeSession tried, Map<String, String> parameters) {
    AuthenticationException failure =
        catchThrowableOfType(
            AuthenticationException.class, () -> tried.complete(parameters, Entra.TIME).close());
    assertThat(failure).isNotNull();
    return failure;
  }
}
