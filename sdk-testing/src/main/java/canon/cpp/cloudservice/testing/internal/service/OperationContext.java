package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.MediaTypes;
import canon.cpp.cloudservice.testing.internal.wire.PercentDecoder;
import canon.cpp.cloudservice.testing.internal.wire.Query;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What the handler of an operation sees of an authenticated request. */
public final class OperationContext {
  private final ReceivedRequest arrival;
  private final Operation operation;
  private final IssuedToken token;
  private final Instant now;
  private final FieldErrors errors;

  OperationContext(
      ReceivedRequest arrival,
      Operation operation,
      IssuedToken token,
      Instant now,
      FieldErrors errors) {
    this.arrival = arrival;
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

  /** The moment at which the request is decided. */
  public Instant now() {
    return now;
  }

  public Query query() {
    return new Query(arrival.request().rawQuery(), errors);
  }

  /** What is wrong with the request so far. To be checked before the domain decides. */
  public FieldErrors errors() {
    return errors;
  }

  /** A named part of the path, decoded; empty if it cannot be good. */
  public Optional<String> key(String name, int maxLength) {
    Optional<String> key = PercentDecoder.decode(arrival.rawParts().getOrDefault(name, ""));
    if (key.isEmpty()) {
      return errors.add(name, Code.MALFORMED, "This has to be percent-encoded UTF-8.");
    }
    return key.get().codePointCount(0, key.get().length()) <= maxLength
        ? key
        : errors.add(name, Code.TOO_LONG, "At most " + maxLength + " characters are allowed.");
  }

  /** The fields of the body, which must be one JSON object. */
  public BodyFields body() {
    return new BodyFields(readBody(), errors);
  }

  private ObjectNode readBody() {
    ServiceRequest request = arrival.request();
    if (!MediaTypes.isJson(request.headers())) {
      errors.add("Content-Type", Code.UNKNOWN_VALUE, "This has to be application/json.");
    }
    Optional<ObjectNode> body = Optional.empty();
    if (request.bodyTooLarge()) {
      errors.add(
          "body",
          Code.TOO_LONG,
          "At most " + ServiceRequest.MAX_BODY_BYTES + " bytes are allowed.");
    } else if (request.body().length == 0) {
      errors.add("body", Code.MISSING, "This request needs a body.");
    } else {
      body = Json.read(request.body());
      if (body.isEmpty()) {
        errors.add("body", Code.MALFORMED, "This has to be one JSON object in UTF-8.");
      }
    }
    return body.orElseGet(
        () -> {
          errors.check();
          return Json.object();
        });
  }

  /** Whether the body, valid or not, says yes to something. */
  public boolean bodyHasFlag(String field) {
    if (arrival.request().bodyTooLarge()) {
      return false;
    }
    Optional<ObjectNode> body = Json.read(arrival.request().body());
    return body.filter(json -> json.path(field).booleanValue()).isPresent();
  }
}
