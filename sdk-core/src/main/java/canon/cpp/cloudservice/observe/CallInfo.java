package canon.cpp.cloudservice.observe;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The call that an event belongs to.
 *
 * @param operation the operation's name in the contract, such as {@code addUser}, or {@code
 *     diagnose}
 * @param target method and path template, such as {@code GET /v1/users/{userKey}}; contains no
 *     e-mail address
 * @param idempotencyKey the key that all attempts share; null for an operation that changes nothing
 * @param traceparent the W3C trace context that every attempt sends
 */
public record CallInfo(
    String operation, String target, @Nullable String idempotencyKey, String traceparent) {

  public CallInfo {
    requireNonNull(operation, "operation");
    requireNonNull(target, "target");
    requireNonNull(traceparent, "traceparent");
  }
}
