package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.session.IdentityProvider;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * The stored state of a sign-in.
 *
 * @param clientId the client to which the user signed in; the refresh token is valid for no other
 */
record PersistedGoogleGrant(String clientId, String refreshToken, SignedInAccount account) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int VERSION = 1;

  byte[] write() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("google", VERSION)
            .put("clientId", clientId)
            .put("refreshToken", refreshToken)
            .put("subject", account.id())
            .put("address", account.displayAddress());
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Five texts cannot be written");
    }
  }

  /**
   * Reads the state.
   *
   * @throws IllegalArgumentException if it is something else, or belongs to another client; the
   *     message contains nothing of it
   */
  static PersistedGoogleGrant read(byte[] state, String clientId) {
    JsonNode json;
    try {
      json = JSON.readTree(state);
    } catch (IOException e) {
      json = JSON.missingNode();
    }
    String subject = json.path("subject").asText();
    String refreshToken = json.path("refreshToken").asText();
    if (json.path("google").asInt() != VERSION || subject.isEmpty() || refreshToken.isEmpty()) {
      throw new IllegalArgumentException("This is not a sign-in with Google");
    }
    if (!json.path("clientId").asText().equals(clientId)) {
      throw new IllegalArgumentException("This is a sign-in to another client at Google");
    }
    return new PersistedGoogleGrant(
        clientId,
        refreshToken,
        new SignedInAccount(
            IdentityProvider.GOOGLE, subject, null, json.path("address").textValue()));
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "KeptGrant[hidden]";
  }
}
