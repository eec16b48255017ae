package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.identity.SignInCallback;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An authorization request (RFC 6749, 4.1.1; OpenID Connect Core, 3.1.2.1). */
public final class AuthorizationRequest {
  private final String realm;
  private final Parameters parameters;

  /**
   * Reads a request.
   *
   * @param realm the part of the provider that was asked, such as Microsoft's tenant
   */
  AuthorizationRequest(String realm, Parameters parameters) {
    this.realm = realm;
    this.parameters = parameters;
  }

  public String realm() {
    return realm;
  }

  public String clientId() {
    return parameters.get("client_id");
  }

  public String redirectUri() {
    return parameters.get("redirect_uri");
  }

  public List<String> scopes() {
    return parameters.words("scope");
  }

  public String loginHint() {
    return parameters.get("login_hint");
  }

  public String nonce() {
    return parameters.get("nonce");
  }

  public String claims() {
    return parameters.get("claims");
  }

  public Parameters parameters() {
    return parameters;
  }

  String challenge() {
    return parameters.get("code_challenge");
  }

  public boolean wants(String prompt) {
    return parameters.words("prompt").contains(prompt);
  }

  /** Returns whether a user who is already signed in need not see a page. */
  boolean acceptsSilence() {
    return parameters.words("prompt").stream().allMatch("none"::equals);
  }

  /** Returns what is invalid in the request for every provider. */
  Optional<SignInError> mistake() {
    Optional<String> repeated = parameters.repeated();
    if (repeated.isPresent()) {
      return mistake("invalid_request", "Parameter " + repeated.get() + " occurs twice");
    }
    if (!parameters.get("response_type").equals("code")) {
      return mistake("unsupported_response_type", "Only response_type code is served");
    }
    if (scopes().isEmpty()) {
      return mistake("invalid_request", "Parameter scope is missing");
    }
    if (!List.of("", "query", "form_post").contains(parameters.get("response_mode"))) {
      return mistake("invalid_request", "Only response_mode query and form_post are served");
    }
    boolean noChallenge = challenge().isEmpty();
    String method = parameters.get("code_challenge_method");
    if (noChallenge ? !method.isEmpty() : !method.equals(Pkce.METHOD)) {
      return mistake("invalid_request", "Only code_challenge_method S256 is served");
    }
    return noChallenge || Pkce.isChallenge(challenge())
        ? Optional.empty()
        : mistake("invalid_request", "The code_challenge is not 43 characters of base64url");
  }

  SignInCallback respond(SignInError error) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("error", error.error());
    fields.put("error_description", error.description());
    if (!error.subcode().isEmpty()) {
      fields.put("error_subcode", error.subcode());
    }
    return callback(fields);
  }

  /** Returns the authorization response, with the state of the request. */
  SignInCallback callback(Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    parameters.find("state").ifPresent(state -> all.put("state", state));
    boolean formPost = parameters.get("response_mode").equals("form_post");
    return new SignInCallback(URI.create(redirectUri()), all, formPost);
  }

  private static Optional<SignInError> mistake(String error, String description) {
    return Optional.of(new SignInError(error, description));
  }
}
