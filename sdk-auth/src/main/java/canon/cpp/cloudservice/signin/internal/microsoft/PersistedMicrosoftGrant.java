package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.internal.json.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The part of a user's sign-in that is stored: the account, and the entries of msal4j's cache that
 * hold the refresh token or lead to it. It contains no access token and no ID token.
 *
 * @param cache entries of msal4j's cache as JSON
 */
record PersistedMicrosoftGrant(SignedInAccount account, String cache) {
  private static final int VERSION = 1;
  private static final List<String> PARTS = List.of("RefreshToken", "Account", "AppMetadata");

  /** Keeps the needed entries of msal4j's cache. */
  static PersistedMicrosoftGrant of(SignedInAccount account, String serialized) {
    ObjectNode all = object(serialized.getBytes(StandardCharsets.UTF_8));
    return new PersistedMicrosoftGrant(account, all.retain(PARTS).toString());
  }

  PersistedMicrosoftGrant with(String serialized) {
    return of(account, serialized);
  }

  /** Returns the bytes for a store: the same for the same sign-in. */
  byte[] toBytes() {
    ObjectNode state = StrictJson.newObject();
    state
        .put("version", VERSION)
        .put("id", account.id())
        .put("tenant", account.tenant())
        .put("address", account.displayAddress())
        .set("msal", object(cache.getBytes(StandardCharsets.UTF_8)));
    return state.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the bytes of {@link #toBytes}.
   *
   * @throws IllegalArgumentException if they are something else
   */
  static PersistedMicrosoftGrant fromBytes(byte[] bytes) {
    ObjectNode state = object(bytes);
    String id = state.path("id").textValue();
    JsonNode msal = state.path("msal");
    if (state.path("version").asInt() != VERSION || id == null || !msal.isObject()) {
      throw new IllegalArgumentException("This is not a sign-in at Microsoft of this version");
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
    return StrictJson.object(bytes)
        .orElseThrow(() -> new IllegalArgumentException("This is not a sign-in"));
  }

  @Override
  public String toString() {
    return "PersistedMicrosoftGrant[hidden]";
  }
}
