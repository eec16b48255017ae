package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.session.IdentityProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is kept of a person's sign-in: the account, and of msal4j's cache the refresh token and what
 * it needs to find it. The text of neither access nor ID tokens is in it.
 *
 * @param cache msal4j's cache as JSON
 */
record PersistedMicrosoftGrant(SignedInAccount account, String cache) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int VERSION = 1;
  private static final List<String> PARTS = List.of("RefreshToken", "Account", "AppMetadata");

  /** Takes from msal4j's cache what is worth keeping. */
  static PersistedMicrosoftGrant of(SignedInAccount account, String serialized) {
    ObjectNode all = object(serialized.getBytes(StandardCharsets.UTF_8));
    return new PersistedMicrosoftGrant(account, all.retain(PARTS).toString());
  }

  PersistedMicrosoftGrant with(String serialized) {
    return of(account, serialized);
  }

  /** For a store: the same bytes for the same sign-in. */
  byte[] toBytes() {
    ObjectNode state = JSON.createObjectNode();
    state
        .put("version", VERSION)
        .put("id", account.id())
        .put("tenant", account.tenant())
        .put("address", account.displayAddress())
        .set("msal", object(cache.getBytes(StandardCharsets.UTF_8)));
    return state.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #toBytes} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static PersistedMicrosoftGrant fromBytes(byte[] bytes) {
    ObjectNode state = object(bytes);
    String id = state.path("id").textValue();
    JsonNode msal = state.path("msal");
    if (state.path("version").asInt() != VERSION || id == null || !msal.isObject()) {
      throw new IllegalArgumentException("This is no sign-in at Microsoft of this version");
    }
    SignedInAccount account =
        new SignedInAccount(
            IdentityProvider.MICROSOFT,
            id,
            state.path("tenant").textValue(),
            state.path("address").textValue());
    return of(account, msal.toString());
  }

  private static ObjectNode object(byte[] bytes) {
    JsonNode json;
    try {
      json = JSON.readTree(bytes);
    } catch (IOException e) {
      // Its message would quote what was read.
      json = null;
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("This is no sign-in");
  }

  @Override
  public String toString() {
    return "KeptGrant[hidden]";
  }
}
