package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.internal.call.Operation.Safety;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Operation} on its way: verb and path template first, the reader of the answer last.
 *
 * <pre>{@code
 * OperationDraft.get("getUser", "/v1/users/{userKey}").path("userKey", key).answering(codec::user);
 * }</pre>
 */
public final class OperationDraft {
  private final String name;
  private final Safety safety;
  private final String method;
  private final String pathTemplate;
  private String path;
  private final StringBuilder query = new StringBuilder();
  private @Nullable JsonBody body;
  private boolean endsSession;

  private OperationDraft(String name, Safety safety, String method, String pathTemplate) {
    this.name = name;
    this.safety = safety;
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.path = pathTemplate;
  }

  /** A read. */
  public static OperationDraft get(String name, String pathTemplate) {
    return new OperationDraft(name, Safety.SAFE, "GET", pathTemplate);
  }

  /** A change that adds or does something. */
  public static OperationDraft post(String name, String pathTemplate) {
    return new OperationDraft(name, Safety.KEYED, "POST", pathTemplate);
  }

  /** A change that removes something. */
  public static OperationDraft delete(String name, String pathTemplate) {
    return new OperationDraft(name, Safety.KEYED, "DELETE", pathTemplate);
  }

  public OperationDraft path(String parameter, String value) {
    path = path.replace("{" + parameter + "}", Urls.encode(value));
    return this;
  }

  /** Adds a query parameter; null leaves it out. */
  public OperationDraft query(String parameter, @Nullable Object value) {
    if (value != null) {
      query.append(query.length() == 0 ? '?' : '&').append(parameter).append('=');
      query.append(Urls.encode(value.toString()));
    }
    return this;
  }

  public OperationDraft body(JsonBody json) {
    body = json;
    return this;
  }

  /** The account is signed out when it has succeeded. */
  public OperationDraft endingSession() {
    endsSession = true;
    return this;
  }

  public <T> Operation<T> answering(Function<JsonObject, T> reader) {
    return new Operation<>(
        name,
        safety,
        method,
        pathTemplate,
        path + query,
        body,
        endsSession,
        Answer::isSuccess,
        answer -> reader.apply(answer.json()));
  }
}
