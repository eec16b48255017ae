package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SECRET;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SIGN_IN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.claims;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.testing.identity.GoogleClient;
import canon.cpp.cloudservice.testing.identity.SignInCallback;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user signs in with a browser on the same machine. */
class GoogleInteractiveTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();
  private final GoogleClient desktop =
      world.google.client("desktop").redirectTo("http://127.0.0.1").secret(SECRET);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theBrowserReturnsToThisMachine() {
    try (AccountTokenProvider provider = provider(browser(url -> world.google.signIn(url, JOHN)))) {
      String token = provider.token(SIGN_IN).value();

      assertThat(claims(token).isFor(desktop.clientId())).isTrue();
      assertThat(claims(token).email()).contains(JOHN);
    }
  }

  @Test
  void aUserWhoDeclinesEndsTheSignIn() {
    try (AccountTokenProvider provider = provider(browser(world.google::cancelSignIn))) {
      assertThat(failureOf(() -> provider.token(SIGN_IN)).kind())
          .isEqualTo(AuthenticationErrorKind.DENIED);
    }
  }

  private AccountTokenProvider provider(Consumer<URI> browser) {
    return world.app(world.network, desktop.clientId(), SECRET).interactive(browser).build();
  }

  /** Opens the page as a browser does, without blocking the caller. */
  private Consumer<URI> browser(Function<URI, SignInCallback> page) {
    return url -> {
      URI back = page.apply(url).uri();
      CompletableFuture<?> unused =
          world.network.sendAsync(HttpRequest.of("GET", back, Duration.ofSeconds(10)));
    };
  }
}
