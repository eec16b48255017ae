package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.signin.internal.user.DefaultAuthorizationCodeSessionTest.assertEnds;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a browser on this machine. */
@Timeout(30)
class BrowserPromptTest {
  private static final URI LOOPBACK = URI.create("http://localhost/back");
  private static final TokenRequest SIGN_IN =
      TokenRequest.within(Duration.ofMinutes(5)).allowingInteraction();

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final UserSignInFlows people =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock);
  private AccountTokenProvider provider;

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void theBrowserSignsTheUserIn() {
    provider =
        people
            .interactive(LOOPBACK, page -> comeBack("&code=c1"))
            .loginHint("a@contoso.com")
            .build();

    assertThat(provider.token(SIGN_IN).value()).isEqualTo("token-1");

    assertThat(grant.log).containsExactly("renew null", "redeem c1");
    AuthorizationRequest asked = grant.codeRequests.get(0);
    assertThat(asked.redirectUri().toString()).matches("http://localhost:\\d+/back");
    assertThat(asked.loginHint()).isEqualTo("a@contoso.com");
  }

  @Test
  void aDeniedConsentIsReported() {
    provider = people.interactive(LOOPBACK, page -> comeBack("&error=access_denied")).build();

    assertEnds(AuthenticationErrorKind.DENIED, () -> provider.token(SIGN_IN));
  }

  @Test
  void aResponseOfAnotherIssuerEndsTheSignIn() {
    provider =
        people
            .interactive(LOOPBACK, page -> comeBack("&code=c1&iss=https%3A%2F%2Fattacker.example"))
            .build();

    assertEnds(AuthenticationErrorKind.DENIED, () -> provider.token(SIGN_IN));
    assertThat(grant.log).containsExactly("renew null");
  }

  @Test
  void aBrowserThatCannotBeOpenedEndsIt() {
    provider =
        people
            .interactive(
                LOOPBACK,
                page -> {
                  throw new IllegalStateException("seeded-secret");
                })
            .build();

    assertThatThrownBy(() -> provider.token(SIGN_IN))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("the browser could not be opened")
        .hasMessageNotContaining("seeded-secret");
  }

  @Test
  void aMissingResponseEndsAtTheTimeout() {
    provider = people.interactive(LOOPBACK, page -> clock.advance(Duration.ofMinutes(5))).build();

    assertEnds(AuthenticationErrorKind.TIMED_OUT, () -> provider.token(SIGN_IN));
  }

  @Test
  void closingEndsThePromptAndReleasesThePort() {
    CompletableFuture<URI> opened = new CompletableFuture<>();
    Consumer<URI> browser = opened::complete;
    provider = people.interactive(LOOPBACK, browser).build();
    CompletableFuture<AccessToken> signIn =
        CompletableFuture.supplyAsync(() -> provider.token(SIGN_IN));
    assertThat(opened.join()).isNotNull();

    provider.close();

    assertThatThrownBy(signIn::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.CANCELLED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "http://[::1]/",
        "http://other.example/",
        "http://localhost/?a=b"
      })
  void onlyLoopbackRedirectAddressesAreAccepted(String address) {
    provider = people.deviceCode(code -> {}).build();

    assertThatThrownBy(() -> people.interactive(URI.create(address), page -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void comeBack(String parameters) {
    AuthorizationRequest asked = grant.codeRequests.get(grant.codeRequests.size() - 1);
    String request =
        "GET /back?state=" + asked.state() + parameters + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket =
        new Socket(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), asked.redirectUri().getPort())) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
