package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Impersonation of a service account, without its key (IAM Credentials). */
final class ImpersonationEndpoint {
  private static final Set<String> SCOPES =
      Set.of(
          "https://www.googleapis.com/auth/cloud-platform", "https://www.googleapis.com/auth/iam");
  private final Clock clock;
  private final GoogleDirectory directory;
  private final AccessTokens accessTokens;
  private final GoogleTokens tokens;

  ImpersonationEndpoint(
      Clock clock, GoogleDirectory directory, AccessTokens accessTokens, GoogleTokens tokens) {
    this.clock = clock;
    this.directory = directory;
    this.accessTokens = accessTokens;
    this.tokens = tokens;
  }

  /** Returns the token has the address only if the request asks for it. */
  WebResponse idToken(WebRequest request) {
    ObjectNode body = body(request);
    ServiceAccount account = authorize(request, body, "iam.serviceAccounts.getOpenIdToken");
    String audience = body.path("audience").asText();
    if (audience.isEmpty()) {
      throw new GoogleApiException(400, "INVALID_ARGUMENT", "Audience is missing.");
    }
    boolean withEmail = body.path("includeEmail").asBoolean();
    String token = tokens.idToken(account, audience, withEmail, clock.instant());
    return WebResponse.json(Json.object().put("token", token));
  }

  WebResponse accessToken(WebRequest request) {
    ObjectNode body = body(request);
    ServiceAccount account = authorize(request, body, "iam.serviceAccounts.getAccessToken");
    List<String> scopes =
        StreamSupport.stream(body.path("scope").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    if (scopes.isEmpty()) {
      throw new GoogleApiException(400, "INVALID_ARGUMENT", "Scope is missing.");
    }
    Instant now = clock.instant();
    return WebResponse.json(
        Json.object()
            .put("accessToken", tokens.accessToken(account.email(), scopes, now))
            .put("expireTime", tokens.expiry(now).toString()));
  }

  private ServiceAccount authorize(WebRequest request, ObjectNode body, String permission) {
    AccessTokens.IssuedAccessToken caller =
        request
            .bearerToken()
            .flatMap(token -> accessTokens.find(token, clock.instant()))
            .orElseThrow(
                () ->
                    new GoogleApiException(
                        401, "UNAUTHENTICATED", "Request had invalid authentication credentials."));
    if (caller.scopes().stream().noneMatch(SCOPES::contains)) {
      throw new GoogleApiException(
          403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.");
    }
    if (!body.path("delegates").isEmpty()) {
      throw new GoogleApiException(
          501, "UNIMPLEMENTED", "The fake does not support chains of delegates.");
    }
    return directory
        .findServiceAccount(request.variable("account"))
        .filter(account -> account.mayBeImpersonatedBy(caller.principal()))
        .orElseThrow(
            () ->
                new GoogleApiException(
                    403,
                    "PERMISSION_DENIED",
                    "Permission '" + permission + "' denied on resource (or it may not exist)."));
  }

  private static ObjectNode body(WebRequest request) {
    try {
      return Json.readObject(request.body());
    } catch (IllegalArgumentException e) {
      throw new GoogleApiException(400, "INVALID_ARGUMENT", "Invalid JSON payload received.");
    }
  }
}
