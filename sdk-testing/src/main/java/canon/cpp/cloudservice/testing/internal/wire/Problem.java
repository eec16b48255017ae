package canon.cpp.cloudservice.testing.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457). A failure, unlike a rejection, has no code. */
public record Problem(
    int status,
    @Nullable String code,
    String title,
    String detail,
    List<FieldError> errors,
    @Nullable String resource) {

  private static final String TYPE_PREFIX = "urn:prismasync-cloud-service:problem:";

  public static Problem of(ProblemKind kind) {
    return new Problem(kind.status(), kind.code(), kind.title(), kind.detail(), List.of(), null);
  }

  public static Problem notFound(String resource) {
    ProblemKind kind = ProblemKind.NOT_FOUND;
    String detail = "The site has no such " + resource + ".";
    return new Problem(kind.status(), kind.code(), kind.title(), detail, List.of(), resource);
  }

  public static Problem invalid(List<FieldError> errors) {
    ProblemKind kind = ProblemKind.VALIDATION_FAILED;
    return new Problem(
        kind.status(), kind.code(), kind.title(), kind.detail(), List.copyOf(errors), null);
  }

  /** Returns a failure of the service, or a fault that a test requested. */
  public static Problem failure(int status, String title) {
    return new Problem(status, null, title, "", List.of(), null);
  }

  public Problem withTexts(String newTitle, String newDetail) {
    return new Problem(status, code, newTitle, newDetail, errors, resource);
  }

  /** Returns the problem with another code, known or unknown. */
  public Problem withCode(String other) {
    return new Problem(status, other, title, detail, errors, resource);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("type", code == null ? "about:blank" : TYPE_PREFIX + code)
        .put("title", title)
        .put("status", status);
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    if (code != null) {
      json.put("code", code);
    }
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(
          error ->
              list.addObject()
                  .put("field", error.field())
                  .put("code", error.code().id())
                  .put("message", error.message()));
    }
    if (resource != null) {
      json.put("resource", resource);
    }
    return json;
  }
}
