package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.MediaTypes;
import canon.cpp.cloudservice.testing.internal.wire.PercentDecoder;
import canon.cpp.cloudservice.testing.internal.wire.Query;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** An authenticated request as the handler of an operation sees it. */
public final class OperationContext {
  private final ReceivedRequest received;
  private final Operation operation;
  private final IssuedToken token;
  private final Instant now;
  private final FieldErrors errors;

  OperationContext(
      ReceivedRequest received,
      Operation operation,
      IssuedToken token,
      Instant now,
      FieldErrors errors) {
    this.received = received;
    this.operation = operation;
    this.token = token;
    this.now = now;
    this.errors = errors;
  }

  public Operation operation() {
    return operation;
  }

  public IssuedToken token() {
    return token;
  }

  public FakeAccount account() {
    return token.account();
  }

  public HttpHeaders headers() {
    return received.request().headers();
  }

  /** Returns the time at which the request is handled. */
  public Instant now() {
    return now;
  }

  public Query query() {
    return new Query(received.request().rawQuery(), errors);
  }

  /**
   * Returns the field errors found so far. The handler checks them before it applies domain rules.
   */
  public FieldErrors errors() {
    return errors;
  }

  /** Returns a decoded path parameter; empty if it is not valid. */
  public Optional<String> key(String name, int maxLength) {
    Optional<String> key = PercentDecoder.decode(received.rawParts().getOrDefault(name, ""));
    if (key.isEmpty()) {
      return errors.add(name, Code.MALFORMED, "The value must be percent-encoded UTF-8.");
    }
    return key.get().codePointCount(0, key.get().length()) <= maxLength
        ? key
        : errors.add(name, Code.TOO_LONG, "At most " + maxLength + " characters are allowed.");
  }

  /** Returns the fields of the body, which must be one JSON object. */
  public BodyFields body() {
    return new BodyFields(readBody(), errors);
  }

  private ObjectNode readBody() {
    ServiceRequest request = received.request();
    if (!MediaTypes.isJson(request.headers())) {
      errors.add("Content-Type", Code.UNKNOWN_VALUE, "The content type must be application/json.");
    }
    Optional<ObjectNode> body = Optional.empty();
    if (request.bodyTooLarge()) {
      errors.add("body", Code.TOO_LONG, "At most " + Limits.BODY_BYTES + " bytes are allowed.");
    } else if (request.body().length == 0) {
      errors.add("body", Code.MISSING, "The request requires a body.");
    } else {
      body = Json.read(request.body());
      if (body.isEmpty()) {
        errors.add("body", Code.MALFORMED, "The body must be one JSON object in UTF-8.");
      }
    }
    return body.orElseGet(
        () -> {
          errors.check();
          return Json.object();
        });
  }

  /** Returns whether a flag of the body is true, even if the body is not valid. */
  public boolean bodyHasFlag(String field) {
    if (received.request().bodyTooLarge()) {
      return false;
    }
    Optional<ObjectNode> body = Json.read(received.request().body());
    return body.filter(json -> json.path(field).booleanValue()).isPresent();
  }
}
