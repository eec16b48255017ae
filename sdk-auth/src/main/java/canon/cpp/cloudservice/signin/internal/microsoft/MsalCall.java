package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import com.microsoft.aad.msal4j.AbstractApplicationBase;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.MsalException;
import java.net.MalformedURLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request for a token, from beginning to end on the calling thread, with an msal4j application
 * of its own: nothing is shared by two calls but what is handed to them.
 */
final class MsalCall {
  private static final String CACHE_MISS = "cache_miss";

  private final IdentityHttp identity;
  private final MsalHttp http;
  private final CallingThreadExecutor thread = new CallingThreadExecutor();

  MsalCall(IdentityHttp identity, MsalHttp http) {
    this.identity = identity;
    this.http = http;
  }

  /** What every application needs. */
  <B extends AbstractApplicationBase.Builder<B>> B wire(B builder) {
    return builder.httpClient(http).executorService(thread).disableInternalRetries().logPii(false);
  }

  /** What every application at a tenant needs. Asking Microsoft what clouds there are is off. */
  <B extends AbstractClientApplicationBase.Builder<B>> B wire(
      B builder, MicrosoftSettings settings) {
    try {
      return wire(builder).authority(settings.authorityWithoutPort()).instanceDiscovery(false);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("Not an address: " + settings.authority(), e);
    }
  }

  /** Has msal4j do something. */
  <R> R run(Callable<CompletableFuture<R>> request) {
    try {
      CompletableFuture<R> result = request.call();
      thread.work();
      return result.join();
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /** The ID token that came, or null. */
  @Nullable String idToken() {
    return http.idToken().orElse(null);
  }

  /** The token that came. */
  AccessToken token() {
    return http.token()
        .orElseThrow(
            () ->
                identity
                    .failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
                    .summary("the identity provider answered without a token")
                    .build());
  }

  /** Nobody has signed in here. */
  AuthenticationException firstSignIn() {
    return identity
        .failure(AuthenticationErrorKind.SIGN_IN_REQUIRED)
        .reason(SignInReason.FIRST_SIGN_IN)
        .build();
  }

  /** The messages of msal4j's own exceptions may quote what came, so they are no causes. */
  private AuthenticationException failure(Throwable thrown) {
    if (thrown instanceof AuthenticationException ours) {
      return ours;
    }
    String code = thrown instanceof MsalException msal ? msal.errorCode() : null;
    if (CACHE_MISS.equals(code)) {
      return firstSignIn();
    }
    Throwable cause = thrown.getCause();
    return cause == null ? unusable(thrown, code) : failure(cause);
  }

  private AuthenticationException unusable(Throwable root, @Nullable String code) {
    return identity
        .failure(AuthenticationErrorKind.OTHER)
        .errorCode(code)
        .summary("the answer cannot be used (" + root.getClass().getSimpleName() + ")")
        .remedy("Check the authority, and whether it is Microsoft that answers there.")
        .build();
  }
}
