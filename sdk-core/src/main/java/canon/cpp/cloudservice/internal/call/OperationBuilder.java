package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.errors.FieldError;
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
 * OperationBuilder.get("getUser", "/v1/users/{userKey}").path("userKey", key).answering(codec::user);
 * }</pre>
 */
public final class OperationBuilder {
  private final String name;
  private final Safety safety;
  private final String method;
  private final String pathTemplate;
  private String path;
  private final StringBuilder query = new StringBuilder();
  private @Nullable JsonBody body;
  private @Nullable FieldError invalid;
  private boolean endsSession;

  private OperationBuilder(String name, Safety safety, String method, String pathTemplate) {
    this.name = name;
    this.safety = safety;
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.path = pathTemplate;
  }

  /** A read. */
  public static OperationBuilder get(String name, String pathTemplate) {
    return new OperationBuilder(name, Safety.SAFE, "GET", pathTemplate);
  }

  /** A change that adds or does something. */
  public static OperationBuilder post(String name, String pathTemplate) {
    return new OperationBuilder(name, Safety.KEYED, "POST", pathTemplate);
  }

  /** A change that removes something. */
  public static OperationBuilder delete(String name, String pathTemplate) {
    return new OperationBuilder(name, Safety.KEYED, "DELETE", pathTemplate);
  }

  public OperationBuilder path(String parameter, String value) {
    path = path.replace("{" + parameter + "}", Urls.encode(value));
    return this;
  }

  /** Adds a query parameter; null leaves it out. */
  public OperationBuilder query(String parameter, @Nullable Object value) {
    if (value != null) {
      query.append(query.length() == 0 ? '?' : '&').append(parameter).append('=');
      query.append(Urls.encode(value.toString()));
    }
    return this;
  }

  public OperationBuilder body(JsonBody json) {
    body = json;
    return this;
  }

  /** Sets what makes the request invalid, so that executing it fails; null for nothing. */
  public OperationBuilder invalid(@Nullable FieldError error) {
    invalid = error;
    return this;
  }

  /** The account is signed out when it has succeeded. */
  public OperationBuilder endingSession() {
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
        invalid,
        endsSession,
        ServiceResponse::isSuccess,
        answer -> reader.apply(answer.json()));
  }
}
