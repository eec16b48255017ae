package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.json.StrictJson;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Converts a successful response to the one that msal4j receives. Placeholders replace the access
 * token and the ID token, so that its caches hold neither. Fields that msal4j cannot parse are left
 * out, because it would log them.
 */
final class MsalResponse {
  private static final String PLACEHOLDER = "kept-from-msal4j";

  private MsalResponse() {}

  /** Returns the body, as JSON. */
  static String of(IdentityResponse response) {
    ObjectNode fields = response.fields();
    if (response.text("access_token").isPresent()) {
      // The cache of the call is dropped, so the expiry does not matter.
      fields.put("access_token", PLACEHOLDER).put("expires_in", "0").put("expires_on", "0");
      fields.remove(List.of("refresh_in", "ext_expires_in"));
    }
    replace(fields, "id_token", response.text("id_token").flatMap(MsalResponse::idToken));
    replace(fields, "client_info", response.text("client_info").flatMap(MsalResponse::clientInfo));
    return fields.toString();
  }

  private static void replace(ObjectNode fields, String name, Optional<String> value) {
    fields.remove(name);
    value.ifPresent(text -> fields.put(name, text));
  }

  /** Returns an ID token with the claims of which msal4j makes an account. */
  private static Optional<String> idToken(String text) {
    IdToken token;
    try {
      token = IdToken.read(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    ObjectNode claims = StrictJson.newObject();
    for (String claim : List.of("sub", "oid", "tid", "preferred_username")) {
      token.text(claim).ifPresent(value -> claims.put(claim, value));
    }
    return Optional.of(PLACEHOLDER + "." + encode(claims) + "." + PLACEHOLDER);
  }

  /** Returns the ids of the account in its home tenant. */
  private static Optional<String> clientInfo(String text) {
    byte[] json;
    try {
      json = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    JsonNode info = StrictJson.object(json).orElseGet(StrictJson::newObject);
    String uid = info.path("uid").textValue();
    String utid = info.path("utid").textValue();
    return uid == null || utid == null
        ? Optional.empty()
        : Optional.of(encode(StrictJson.newObject().put("uid", uid).put("utid", utid)));
  }

  private static String encode(ObjectNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
