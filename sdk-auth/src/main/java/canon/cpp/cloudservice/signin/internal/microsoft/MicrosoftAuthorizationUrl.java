package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.internal.http.FormParameters;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds the URL of the authorization request. msal4j does not build it, because it no longer
 * supports {@code response_mode=query}, and writes the login hint into the query twice.
 */
final class MicrosoftAuthorizationUrl {
  private MicrosoftAuthorizationUrl() {}

  static URI of(MicrosoftSettings settings, AuthorizationRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.clientId());
    query.put("response_type", "code");
    query.put("response_mode", request.formPost() ? "form_post" : "query");
    query.put("redirect_uri", request.redirectUri().toString());
    query.put("scope", "openid profile offline_access " + String.join(" ", settings.userScopes()));
    query.put("state", request.state());
    query.put("nonce", request.nonce());
    query.put("code_challenge", request.codeChallenge());
    query.put("code_challenge_method", "S256");
    if (request.loginHint() == null) {
      // Otherwise the account of an earlier sign-in in this browser is used without a question.
      query.put("prompt", "select_account");
    } else {
      query.put("login_hint", request.loginHint());
    }
    if (request.claims() != null) {
      query.put("claims", request.claims());
    }
    return URI.create(
        settings.authority() + "oauth2/v2.0/authorize?" + FormParameters.encode(query));
  }
}
