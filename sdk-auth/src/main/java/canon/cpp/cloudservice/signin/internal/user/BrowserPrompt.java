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

/** Asks in a browser on this machine. */
record BrowserPrompt(
    String provider,
    URI loopback,
    Consumer<URI> browser,
    @Nullable String address,
    RandomTokens secrets)
    implements Prompt {

  @Override
  public AccessToken ask(UserGrant grant, TokenRequest request, Timer timer) {
    long start = timer.nanoTime();
    try (LoopbackReceiver receiver = LoopbackReceiver.open(loopback)) {
      AuthorizationRequest asked =
          secrets.request(receiver.redirectUri(), false, address, request.claims().orElse(null));
      Map<String, String> callback = callback(grant, asked, receiver, timer, request.timeLeft());
      String code = AuthorizationResponse.code(callback, provider);
      Duration left = request.timeLeft().minusNanos(timer.nanoTime() - start);
      if (left.isZero() || left.isNegative()) {
        throw tooLate();
      }
      AccessToken token = grant.redeem(asked, code, left);
      // A code is redeemed for the app's own scopes.
      return request.scopes().isEmpty() ? token : grant.renew(request.withTimeLeft(left));
    } catch (IOException e) {
      throw failure(AuthenticationErrorKind.OTHER)
          .summary("this machine cannot receive the browser at " + loopback)
          .remedy("Is the port taken? Without a port in the redirect address a free one is used.")
          .cause(e)
          .build();
    }
  }

  private Map<String, String> callback(
      UserGrant grant,
      AuthorizationRequest asked,
      LoopbackReceiver receiver,
      Timer timer,
      Duration timeLeft)
      throws IOException {
    CompletableFuture<Void> over = timer.timeout(timeLeft);
    try {
      open(grant.authorizeUrl(asked));
      Map<String, String> callback =
          receiver.await(parameters -> AuthorizationResponse.belongsTo(asked, parameters), over);
      if (callback == null) {
        throw tooLate();
      }
      return callback;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(AuthenticationErrorKind.CANCELLED)
          .summary("the sign-in was interrupted")
          .cause(e)
          .build();
    } finally {
      over.cancel(false);
    }
  }

  private void open(URI page) {
    try {
      browser.accept(page);
    } catch (RuntimeException e) {
      throw failure(AuthenticationErrorKind.OTHER)
          .summary("the browser could not be opened (" + e.getClass().getSimpleName() + ")")
          .remedy("Check how the program opens a browser, or sign in on another device.")
          .build();
    }
  }

  private AuthenticationException tooLate() {
    return failure(AuthenticationErrorKind.TIMED_OUT)
        .summary("nobody signed in in the browser in time")
        .remedy("Start again, and allow more time.")
        .build();
  }

  private AuthenticationExceptionBuilder failure(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider(provider);
  }

  /** Shows where the browser comes back to. */
  @Override
  public String toString() {
    return "BrowserPrompt[" + loopback + "]";
  }
}
