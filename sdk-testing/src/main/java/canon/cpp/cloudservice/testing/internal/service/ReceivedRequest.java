package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.IncomingRequest;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A received request, with what is known about it before it is handled.
 *
 * @param number counts from 1, in order of received
 * @param rawParts the raw text of each path parameter
 * @param token the token of the request, if the fake knows it, valid or not
 * @param attempt how often the idempotency key was sent, including this request
 * @param gate completes when the change may be applied, after its key is reserved
 */
public record ReceivedRequest(
    long number,
    Instant at,
    ServiceRequest request,
    Optional<Operation> operation,
    Map<String, String> rawParts,
    Optional<IssuedToken> token,
    int attempt,
    CompletableFuture<Void> gate) {

  public Optional<FakeAccount> account() {
    return token.map(IssuedToken::account);
  }

  public Optional<String> idempotencyKey() {
    return request.headers().first("Idempotency-Key");
  }

  /** Returns the view of the request for conditions of tests. */
  public IncomingRequest view() {
    return new IncomingRequest(
        number,
        at,
        operation.map(Operation::name).orElse(null),
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        account().orElse(null),
        attempt,
        idempotencyKey().orElse(null));
  }

  /** Returns the request with another gate. */
  public ReceivedRequest behind(CompletableFuture<Void> otherGate) {
    return new ReceivedRequest(number, at, request, operation, rawParts, token, attempt, otherGate);
  }
}
