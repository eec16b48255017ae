package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The parameter {@code claims}: what a token has to prove in addition. */
final class ClaimsRequest {
  private ClaimsRequest() {}

  /**
   * Rejects malformed JSON.
   *
   * @throws EntraErrorException if it is not
   */
  static void check(String claims) {
    try {
      if (!claims.isEmpty()) {
        Json.readObject(claims);
      }
    } catch (IllegalArgumentException e) {
      throw EntraErrorException.invalidRequest(501561, "The claims request is malformed.");
    }
  }

  /** Returns the requested authentication contexts, such as {@code c1}. All are granted. */
  static List<String> contexts(String claims) {
    List<String> contexts = new ArrayList<>();
    if (!claims.isEmpty()) {
      JsonNode asked = Json.readObject(claims).path("access_token").path("acrs");
      if (asked.path("value").isTextual()) {
        contexts.add(asked.path("value").asText());
      }
      asked.path("values").forEach(value -> contexts.add(value.asText()));
    }
    return contexts;
  }

  /** Returns whether two requests are the same, in any order. */
  static boolean same(String one, String other) {
    try {
      return Json.readObject(one).equals(Json.readObject(other));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
