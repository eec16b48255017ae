package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes members as users and as administrators. */
public final class MemberJson {
  private MemberJson() {}

  public static ObjectNode user(Member member) {
    ObjectNode json = Json.object();
    json.put("id", member.userId())
        .put("email", member.address().typed())
        .put("canonicalEmail", member.address().canonical())
        .put("administrator", member.role().map(role -> role.state().id()).orElse("none"));
    ArrayNode applications = json.putArray("applications");
    member
        .lists()
        .forEach(
            (list, state) ->
                applications.addObject().put("id", list.id()).put("state", state.id()));
    return json.put("addedAt", member.addedAt().toString()).put("etag", Etags.of(member));
  }

  static ObjectNode administrator(Member member) {
    AdministratorRole role =
        member.role().orElseThrow(() -> new ProblemException(Problem.notFound("administrator")));
    ObjectNode json = Json.object();
    json.put("id", role.id())
        .put("email", member.address().typed())
        .put("canonicalEmail", member.address().canonical())
        .put("state", role.state().id())
        .put("addedAt", role.addedAt().toString());
    if (role.firstSignInAt() != null) {
      json.put("firstSignInAt", role.firstSignInAt().toString());
    }
    return json.put("etag", Etags.of(member));
  }

  /** Writes the result for each list; {@code true} means that the list changed. */
  static void changes(
      ObjectNode json, Map<ApplicationList, Boolean> lists, String changed, String unchanged) {
    ArrayNode changes = json.putArray("changes");
    lists.forEach(
        (list, done) ->
            changes
                .addObject()
                .put("application", list.id())
                .put("result", done ? changed : unchanged));
  }
}
