package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.json.JsonBody;
import canon.cpp.cloudservice.internal.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Operation}: the operation id first, the reader of the response last.
 *
 * <pre>{@code
 * OperationBuilder.of(OperationId.GET_USER).path("userKey", key).reading(MembershipJson::user);
 * }</pre>
 */
public final class OperationBuilder {
  private final OperationId id;
  private @Nullable StringBuilder query;
  private String path;
  private @Nullable String subject;
  private @Nullable JsonBody body;
  private @Nullable String ifMatch;
  private @Nullable FieldError invalid;
  private @Nullable String secret;

  private OperationBuilder(OperationId id) {
    this.id = id;
    this.path = id.pathTemplate();
  }

  /** Starts to build an operation. */
  public static OperationBuilder of(OperationId id) {
    return new OperationBuilder(id);
  }

  /** Sets a path parameter. */
  public OperationBuilder path(String parameter, String value) {
    path = path.replace("{" + parameter + "}", Urls.encode(value));
    return subject(value);
  }

  /** Sets whom or what a change is about, if the path does not name it. */
  public OperationBuilder subject(String value) {
    subject = value;
    return this;
  }

  /** Adds a query parameter; null leaves it out. */
  public OperationBuilder query(String parameter, @Nullable Object value) {
    if (value != null) {
      query = query == null ? new StringBuilder("?") : query.append('&');
      query.append(parameter).append('=').append(Urls.encode(value.toString()));
    }
    return this;
  }

  /** Sets the body. */
  public OperationBuilder body(JsonBody json) {
    body = json;
    return this;
  }

  /** Sets the etag that the target of a change must have; null for no condition. */
  public OperationBuilder ifMatch(@Nullable String etag) {
    ifMatch = etag;
    return this;
  }

  /** Sets what makes the request invalid, so that executing it fails; null for nothing. */
  public OperationBuilder invalid(@Nullable FieldError error) {
    invalid = error;
    return this;
  }

  /** Names a secret in the body, which messages and logs must not show. */
  public OperationBuilder secret(String value) {
    secret = value;
    return this;
  }

  /** Builds the operation with a reader for the JSON of a successful response. */
  public <T> Operation<T> reading(Function<JsonObject, T> reader) {
    return new Operation<>(
        id,
        query == null ? path : path + query,
        subject,
        body,
        ifMatch,
        invalid,
        secret,
        ServiceResponse::isSuccess,
        response -> response.read(reader));
  }
}
