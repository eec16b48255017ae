package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.signin.internal.http.FormParameters;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the address of an authorization request. */
final class GoogleAuthorizationUrl {
  private GoogleAuthorizationUrl() {}

  /**
   * Returns the address of a request.
   *
   * @param consent whether to ask for consent again, because only then a refresh token is issued
   */
  static URI of(GoogleClientApp app, AuthorizationRequest request, boolean consent) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", app.clientId());
    query.put("redirect_uri", request.redirectUri().toString());
    query.put("scope", GoogleClientApp.SCOPE);
    query.put("state", request.state());
    query.put("nonce", request.nonce());
    query.put("code_challenge", request.codeChallenge());
    query.put("code_challenge_method", "S256");
    query.put("access_type", "offline");
    // A user with several accounts has to choose one (D19).
    query.put("prompt", consent ? "select_account consent" : "select_account");
    if (request.formPost()) {
      query.put("response_mode", "form_post");
    }
    if (request.loginHint() != null) {
      query.put("login_hint", request.loginHint());
    }
    return URI.create(app.addresses().authorize() + "?" + FormParameters.encode(query));
  }
}
