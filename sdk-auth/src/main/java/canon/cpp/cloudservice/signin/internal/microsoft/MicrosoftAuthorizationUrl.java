package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a browser signs in. Not made by msal4j, which knows no way back by GET any more, and would
 * put the person's address into the query twice.
 */
final class MicrosoftAuthorizationUrl {
  private MicrosoftAuthorizationUrl() {}

  static URI of(MicrosoftSettings settings, AuthorizationRequest request) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.clientId());
    query.put("response_type", "code");
    query.put("response_mode", request.formPost() ? "form_post" : "query");
    query.put("redirect_uri", request.redirectUri().toString());
    query.put(
        "scope", "openid profile offline_access " + String.join(" ", settings.personScopes()));
    query.put("state", request.state());
    query.put("nonce", request.nonce());
    query.put("code_challenge", request.codeChallenge());
    query.put("code_challenge_method", "S256");
    if (request.loginHint() == null) {
      // Else whoever has signed in with this browser before would be taken without a question.
      query.put("prompt", "select_account");
    } else {
      query.put("login_hint", request.loginHint());
    }
    if (request.claims() != null) {
      query.put("claims", request.claims());
    }
    String encoded =
        query.entrySet().stream()
            .map(field -> field.getKey() + "=" + Urls.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(settings.authority() + "oauth2/v2.0/authorize?" + encoded);
  }
}
