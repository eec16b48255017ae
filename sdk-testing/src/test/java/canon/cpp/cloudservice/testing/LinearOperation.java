package canon.cpp.cloudservice.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** One operation of one account on another: how it is requested, and how its result is written. */
record LinearOperation(String caller, String name, String target) {
  private static final List<String> NAMES =
      List.of(
          "addUser",
          "removeUserFromEveryList",
          "addAdministrator",
          "removeAdministrator",
          "removeAdministrator",
          "getUser",
          "signIn",
          "signIn",
          "activateRemoteControl");

  static LinearOperation random(Random random, String caller, List<String> people) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return new LinearOperation(caller, name, people.get(random.nextInt(people.size())));
  }

  boolean isChange() {
    return !name.equals("getUser");
  }

  CompletableFuture<Wire.Answer> send(Wire wire) {
    String person = "{'email':'" + target + "'}";
    return switch (name) {
      case "addUser" -> wire.postAsync("/v1/users", person);
      case "removeUserFromEveryList" -> wire.deleteAsync("/v1/users/" + target);
      case "addAdministrator" -> wire.postAsync("/v1/administrators", person);
      case "removeAdministrator" -> wire.deleteAsync("/v1/administrators/" + target);
      case "getUser" -> wire.callAsync("GET", "/v1/users/" + target);
      case "signIn" -> wire.callAsync("POST", "/v1/session");
      default -> wire.callAsync("POST", "/v1/remote-control/activation");
    };
  }

  /** The result in the notation of {@link LinearModel}. */
  String read(Wire.Answer answer) {
    if (answer.status() != 200) {
      return answer.problem();
    }
    JsonNode json = answer.json();
    return "200 "
        + switch (name) {
          case "addUser" -> texts(json.path("changes"), "result");
          case "addAdministrator" ->
              json.path("role").asText() + " " + texts(json.path("changes"), "result");
          case "removeUserFromEveryList" -> texts(json.path("changes"), "result") + gone(json);
          case "removeAdministrator" -> gone(json);
          case "getUser" ->
              texts(json.path("applications"), "state") + json.path("administrator").asText();
          case "signIn" ->
              "first="
                  + json.path("firstSignIn").asBoolean()
                  + " roles="
                  + json.path("roles").size();
          default -> "first=" + json.path("firstActivation").asBoolean();
        };
  }

  private static String gone(JsonNode json) {
    return "gone=" + json.path("gone").asBoolean();
  }

  private static String texts(JsonNode array, String field) {
    StringBuilder texts = new StringBuilder();
    array.forEach(element -> texts.append(element.path(field).asText()).append(' '));
    return texts.toString();
  }
}
