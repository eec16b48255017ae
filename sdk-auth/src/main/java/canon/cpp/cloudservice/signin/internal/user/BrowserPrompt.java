package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.signin.internal.loopback.LoopbackReceiver;
import canon.cpp.cloudservice.time.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Signs the user in with a browser on this machine. */
record BrowserPrompt(
    Registration registration,
    URI loopback,
    Consumer<URI> browser,
    @Nullable String loginHint,
    RandomTokens randomTokens)
    implements Prompt {

  @Override
  public AccessToken ask(UserGrant grant, TokenRequest request, Timer timer) {
    long start = timer.nanoTime();
    try (LoopbackReceiver receiver = LoopbackReceiver.open(loopback)) {
      AuthorizationRequest authorization =
          randomTokens.request(
              receiver.redirectUri(), false, loginHint, request.claims().orElse(null));
      Map<String, String> callback =
          callback(grant, authorization, receiver, timer, request.timeLeft());
      String code = AuthorizationResponse.code(callback, registration);
      Duration left = request.timeLeft().minusNanos(timer.nanoTime() - start);
      if (left.isZero() || left.isNegative()) {
        throw timedOut();
      }
      AccessToken token = grant.redeem(authorization, code, left);
      // A code gives a token for the app's own scopes only.
      return request.scopes().isEmpty() ? token : grant.renew(request.withTimeLeft(left));
    } catch (IOException e) {
      throw failure(AuthenticationErrorKind.OTHER)
          .summary("this machine cannot listen at " + loopback)
          .remedy(
              "Check whether the port is in use; without a port in the redirect URI, a free one is taken.")
          .cause(e)
          .build();
    }
  }

  private Map<String, String> callback(
      UserGrant grant,
      AuthorizationRequest authorization,
      LoopbackReceiver receiver,
      Timer timer,
      Duration timeLeft)
      throws IOException {
    CompletableFuture<Void> timeout = timer.timeout(timeLeft);
    try {
      open(grant.authorizeUrl(authorization));
      Map<String, String> callback =
          receiver.await(
              parameters -> AuthorizationResponse.belongsTo(authorization, parameters), timeout);
      if (callback == null) {
        throw timedOut();
      }
      return callback;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(AuthenticationErrorKind.CANCELLED)
          .summary("the sign-in was interrupted")
          .cause(e)
          .build();
    } finally {
      timeout.cancel(false);
    }
  }

  private void open(URI page) {
    try {
      browser.accept(page);
    } catch (RuntimeException e) {
      throw failure(AuthenticationErrorKind.OTHER)
          .summary("the browser could not be opened (" + e.getClass().getSimpleName() + ")")
          .remedy("Check how the application opens a browser, or sign in with a device code.")
          .build();
    }
  }

  private AuthenticationException timedOut() {
    return failure(AuthenticationErrorKind.TIMED_OUT)
        .summary("the user did not sign in in the browser in time")
        .remedy("Start again, and allow more time.")
        .build();
  }

  private AuthenticationExceptionBuilder failure(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider(registration.provider());
  }

  /** Shows the redirect URI. */
  @Override
  public String toString() {
    return "BrowserPrompt[" + loopback + "]";
  }
}
