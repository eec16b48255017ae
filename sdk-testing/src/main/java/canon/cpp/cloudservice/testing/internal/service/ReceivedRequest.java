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
 * A request that has arrived, and what is known about it before anything is decided.
 *
 * @param number counts from 1, in order of arrival
 * @param rawParts the raw text of each named part of the path
 * @param token the token that was sent, in whatever state, if the fake has given it out
 * @param attempt how often the idempotency key has been seen, this time included
 * @param gate opens when the change may be carried out, after its key was taken
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

  /** What a test may choose by. */
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

  /** The same request, to be carried out only when the gate opens. */
  public ReceivedRequest behind(CompletableFuture<Void> otherGate) {
    return new ReceivedRequest(number, at, request, operation, rawParts, token, attempt, otherGate);
  }
}
