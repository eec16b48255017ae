package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import com.microsoft.aad.msal4j.AbstractApplicationBase;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.MalformedURLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One token request of msal4j, executed on the calling thread. Each call has its own msal4j
 * application, so two calls share nothing but their arguments.
 */
final class MsalCall {
  private static final String CACHE_MISS = "cache_miss";

  private final IdentityHttp identity;
  private final MsalHttpClient client;
  private final CallingThreadExecutor executor = new CallingThreadExecutor();

  /**
   * Creates a call.
   *
   * @param identity names the provider in exceptions
   * @param client sends the requests of this call, and keeps the tokens
   */
  MsalCall(IdentityHttp identity, MsalHttpClient client) {
    this.identity = identity;
    this.client = client;
  }

  /** Returns an application without a credential. */
  PublicClientApplication publicClient(MicrosoftSettings settings) {
    return atTenant(PublicClientApplication.builder(settings.clientId()), settings).build();
  }

  /** Returns an application that authenticates with a credential. */
  ConfidentialClientApplication confidentialClient(
      MicrosoftSettings settings, ClientCredential credential) {
    return atTenant(
            ConfidentialClientApplication.builder(
                settings.clientId(), MsalCredentials.of(credential, identity)),
            settings)
        .build();
  }

  /** Instance discovery is off, because it asks the worldwide cloud whatever the authority is. */
  private <B extends AbstractClientApplicationBase.Builder<B>> B atTenant(
      B builder, MicrosoftSettings settings) {
    try {
      return configure(builder).authority(settings.authorityWithoutPort()).instanceDiscovery(false);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("Not an address: " + settings.authority(), e);
    }
  }

  /** Sets what every application needs. */
  <B extends AbstractApplicationBase.Builder<B>> B configure(B builder) {
    return builder
        .httpClient(client)
        .executorService(executor)
        .disableInternalRetries()
        .logPii(false);
  }

  /** Executes a request of msal4j. */
  <R> R run(Callable<CompletableFuture<R>> request) {
    try {
      CompletableFuture<R> result = request.call();
      executor.runAll();
      return result.join();
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /** Executes a request of msal4j for a token, and returns the token that was received. */
  AccessToken token(Callable<CompletableFuture<IAuthenticationResult>> request) {
    var unused = run(request);
    return client.token().orElseThrow(this::withoutToken);
  }

  /** Returns the response that contained the token. */
  IdentityResponse tokenResponse() {
    return client.tokenResponse().orElseThrow(this::withoutToken);
  }

  private AuthenticationException withoutToken() {
    return identity
        .failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary("the response contains no token")
        .build();
  }

  /** Returns the exception for a user who has not signed in yet. */
  AuthenticationException firstSignIn() {
    return identity
        .failure(AuthenticationErrorKind.SIGN_IN_REQUIRED)
        .reason(SignInReason.FIRST_SIGN_IN)
        .build();
  }

  /** Exceptions of msal4j are not used as causes: their messages may quote the response. */
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
        .summary("the response cannot be used (" + root.getClass().getSimpleName() + ")")
        .remedy("Check the authority, and whether Microsoft responds there.")
        .build();
  }
}
