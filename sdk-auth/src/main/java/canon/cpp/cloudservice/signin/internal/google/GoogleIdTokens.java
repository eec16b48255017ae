package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.time.Timer;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdTokenProvider;
import com.google.auth.oauth2.IdTokenProvider.Option;
import com.google.auth.oauth2.ImpersonatedCredentials;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the ID token of a service account, once for each call and without caching, with
 * credentials of Google's library that live as long as the fetch.
 */
final class GoogleIdTokens implements TokenProvider {
  /** The service cannot recognise the account without the address (D34). */
  private static final List<Option> WITH_ADDRESS =
      List.of(Option.INCLUDE_EMAIL, Option.FORMAT_FULL);

  private static final List<String> TO_IMPERSONATE =
      List.of("https://www.googleapis.com/auth/cloud-platform");

  private final WorkloadCredentials identity;
  private final @Nullable String target;
  private final String audience;
  private final GoogleAddresses addresses;
  private final IdentityHttp http;
  private final Clock clock;
  private final Timer timer;
  private volatile @Nullable SignedInAccount account;

  /**
   * Creates the source of tokens.
   *
   * @param target the service account to impersonate; null for the workload's own
   * @param audience the audience of the tokens
   */
  GoogleIdTokens(
      WorkloadCredentials identity,
      @Nullable String target,
      String audience,
      GoogleAddresses addresses,
      IdentityHttp http,
      Clock clock,
      Timer timer) {
    this.identity = identity;
    this.target = target;
    this.audience = audience;
    this.addresses = addresses;
    this.http = http;
    this.clock = clock;
    this.timer = timer;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    LibraryTransport transport = new LibraryTransport(http, addresses, timer, request.timeLeft());
    GoogleIdToken token = GoogleIdToken.read(fetch(() -> transport), http);
    token.checkAudience(audience);
    token.checkAddress();
    account = token.account();
    return token.datedByItself(clock);
  }

  private String fetch(HttpTransportFactory transport) {
    try {
      GoogleCredentials source = identity.credentials(transport);
      IdTokenProvider provider =
          target == null ? (IdTokenProvider) source : impersonate(target, source, transport);
      return provider.idTokenWithAudience(audience, WITH_ADDRESS).getTokenValue();
    } catch (AuthenticationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Not as the cause: its message may quote what was received.
      throw http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
          .summary("the response of Google contains no token")
          .build();
    }
  }

  private static IdTokenProvider impersonate(
      String target, GoogleCredentials source, HttpTransportFactory transport) {
    return ImpersonatedCredentials.newBuilder()
        .setSourceCredentials(source.createScoped(TO_IMPERSONATE))
        .setTargetPrincipal(target)
        .setScopes(TO_IMPERSONATE)
        .setHttpTransportFactory(transport)
        .build();
  }

  /** Returns the account, after the first token. */
  Optional<SignedInAccount> account() {
    return Optional.ofNullable(account);
  }

  void forgetAccount() {
    account = null;
  }

  /** Shows nothing about the account. */
  @Override
  public String toString() {
    return "GoogleProgram";
  }
}
