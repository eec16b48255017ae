package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.log.Masking;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes requests of the log, without secrets. */
final class LogJson {
  private LogJson() {}

  static ObjectNode of(LoggedRequest request) {
    ObjectNode json =
        Json.object().put("number", request.number()).put("at", request.at().toString());
    Optional.ofNullable(request.operation()).ifPresent(name -> json.put("operation", name));
    json.put("method", Masking.mask(request.method())).put("path", Masking.mask(request.path()));
    Optional.ofNullable(request.account()).ifPresent(who -> json.set("account", account(who)));
    Optional.ofNullable(request.idempotencyKey())
        .ifPresent(key -> json.put("idempotencyKey", Masking.mask(key)));
    json.put("attempt", request.attempt());
    if (request.status() != 0) {
      json.put("status", request.status());
    }
    Optional.ofNullable(request.code()).ifPresent(code -> json.put("code", code));
    if (!request.invalidFields().isEmpty()) {
      ArrayNode fields = json.putArray("invalidFields");
      request.invalidFields().forEach(field -> fields.add(Masking.mask(field)));
    }
    return json.put("replayed", request.replayed())
        .put("applied", request.applied())
        .put("dropped", request.dropped());
  }

  static ObjectNode account(FakeAccount account) {
    ObjectNode json =
        Json.object().put("provider", account.provider().id()).put("subject", account.subject());
    account.email().ifPresent(email -> json.put("email", email));
    return json.put("emailVerified", account.isEmailVerified());
  }
}
