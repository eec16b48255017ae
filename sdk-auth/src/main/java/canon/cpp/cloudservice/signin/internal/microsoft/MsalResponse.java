package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A good answer as msal4j gets it. Something else stands for the access token and the ID token, so
 * that its caches hold neither; and what it could not read, and would log, is left out.
 */
final class MsalResponse {
  private static final String STAND_IN = "kept-from-msal4j";
  private static final JsonMapper JSON = new JsonMapper();

  private MsalResponse() {}

  /** The body, as JSON. */
  static String of(IdentityResponse answer) {
    ObjectNode fields = answer.fields();
    if (answer.text("access_token").isPresent()) {
      // Of what msal4j does with these dates nothing is used.
      fields.put("access_token", STAND_IN).put("expires_in", "0").put("expires_on", "0");
      fields.remove(List.of("refresh_in", "ext_expires_in"));
    }
    replace(fields, "id_token", answer.text("id_token").flatMap(MsalResponse::idToken));
    replace(fields, "client_info", answer.text("client_info").flatMap(MsalResponse::clientInfo));
    return fields.toString();
  }

  private static void replace(ObjectNode fields, String name, Optional<String> value) {
    fields.remove(name);
    value.ifPresent(text -> fields.put(name, text));
  }

  /** With what msal4j makes an account of. */
  private static Optional<String> idToken(String text) {
    IdToken token;
    try {
      token = IdToken.read(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    ObjectNode claims = JSON.createObjectNode();
    for (String claim : List.of("sub", "oid", "tid", "preferred_username")) {
      token.text(claim).ifPresent(value -> claims.put(claim, value));
    }
    return Optional.of(STAND_IN + "." + encode(claims) + "." + STAND_IN);
  }

  /** Where the account is at home. */
  private static Optional<String> clientInfo(String text) {
    JsonNode info;
    try {
      info = JSON.readTree(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
    String uid = info.path("uid").textValue();
    String utid = info.path("utid").textValue();
    return uid == null || utid == null
        ? Optional.empty()
        : Optional.of(encode(JSON.createObjectNode().put("uid", uid).put("utid", utid)));
  }

  private static String encode(ObjectNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
