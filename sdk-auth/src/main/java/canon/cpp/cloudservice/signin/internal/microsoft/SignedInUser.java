package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import canon.cpp.cloudservice.signin.internal.jwt.IdTokenValidator;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the account of a user from the ID token of a token response. */
final class SignedInUser {
  /** Other names of the worldwide cloud, whose tokens name {@link MicrosoftSettings#WORLDWIDE}. */
  private static final Set<String> WORLDWIDE_ALIASES =
      Set.of("https://login.windows.net", "https://login.microsoft.com", "https://sts.windows.net");

  private final IdentityHttp http;
  private final IdTokenValidator validator;

  SignedInUser(IdentityHttp http, MicrosoftSettings settings) {
    String origin = Urls.origin(settings.cloud());
    URI issuer =
        WORLDWIDE_ALIASES.contains(origin) ? MicrosoftSettings.WORLDWIDE : settings.cloud();
    this.http = http;
    this.validator =
        new IdTokenValidator(
            http, settings.clientId(), token -> isIssuer(issuer, token), settings.clock());
  }

  /** Each tenant is an issuer of its own. */
  private static boolean isIssuer(URI cloud, IdToken token) {
    String tenant = token.tenantId().orElse("");
    return token.issuer().filter((cloud + "/" + tenant + "/v2.0")::equals).isPresent();
  }

  /**
   * Returns the account that has signed in.
   *
   * @param nonce the nonce of the authorization request, or null if there was none
   */
  SignedInAccount read(IdentityResponse response, @Nullable String nonce) {
    IdToken token = validator.validate(response, nonce);
    return new SignedInAccount(
        IdentityProvider.MICROSOFT,
        token.objectId().orElseThrow(this::withoutAccount),
        token.tenantId().orElseThrow(this::withoutAccount),
        token.preferredUsername().orElse(null));
  }

  /** Checks that a refreshed token is of the same account, if the response has an ID token. */
  void checkRefreshed(IdentityResponse response, SignedInAccount account) {
    if (response.text("id_token").isEmpty()) {
      return;
    }
    SignedInAccount now = read(response, null);
    if (!now.id().equals(account.id()) || !String.valueOf(now.tenant()).equals(account.tenant())) {
      throw http.failure(AuthenticationErrorKind.DENIED)
          .summary("the refreshed token belongs to another account")
          .remedy("Sign in again.")
          .build();
    }
  }

  private AuthenticationException withoutAccount() {
    return http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary("the ID token does not name the account (oid, tid)")
        .remedy("Check the authority, and whether Microsoft responds there.")
        .build();
  }
}
