package canon.cpp.cloudservice.signin.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * A credential file of Google: JSON of a known type. Errors name the fields, never their values.
 */
final class CredentialFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String UNIVERSE = "googleapis.com";

  private final JsonNode json;

  private CredentialFile(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @param type the expected type
   * @throws IllegalArgumentException if it has another type; the message says which method to call
   *     instead
   */
  static CredentialFile read(byte[] bytes, String type) {
    JsonNode json;
    try {
      json = JSON.readTree(bytes);
    } catch (IOException e) {
      // Its message would quote the file.
      throw new IllegalArgumentException("The file is not JSON");
    }
    if (!json.isObject()) {
      throw new IllegalArgumentException("The file is not a JSON object");
    }
    String found = json.path("type").asText();
    if (!found.equals(type)) {
      throw new IllegalArgumentException(what(json, found));
    }
    CredentialFile file = new CredentialFile(json);
    if (!file.optional("universe_domain").orElse(UNIVERSE).equals(UNIVERSE)) {
      throw new IllegalArgumentException(
          "The file is for another cloud than Google's public one (universe_domain), which is not"
              + " supported");
    }
    return file;
  }

  private static String what(JsonNode json, String type) {
    return switch (type) {
      case "service_account" ->
          "The file is a service account's key; call serviceAccount(…) with it";
      case "external_account" ->
          "The file configures workload identity federation; call workloadIdentity(…) with it";
      case "authorized_user", "external_account_authorized_user" ->
          "The file is a user's own sign-in, not that of a workload; users sign in with"
              + " GoogleApp";
      case "impersonated_service_account" ->
          "The file configures impersonation; call impersonating(…), and name the"
              + " workload's own credentials";
      default ->
          json.has("installed") || json.has("web")
              ? "The file is an OAuth client for users; pass its client id and client secret"
                  + " to GoogleApp"
              : "The file has an unknown type; expected is a service account's key, or a"
                  + " configuration of workload identity federation";
    };
  }

  String text(String field) {
    return optional(field)
        .orElseThrow(() -> new IllegalArgumentException("The file has no field " + field));
  }

  Optional<String> optional(String field) {
    return optional(json, field);
  }

  static Optional<String> optional(JsonNode object, String field) {
    return Optional.of(object.path(field).asText()).filter(text -> !text.isEmpty());
  }

  /** Returns an object in the file, or an empty one. */
  JsonNode object(String field) {
    return json.path(field);
  }
}
