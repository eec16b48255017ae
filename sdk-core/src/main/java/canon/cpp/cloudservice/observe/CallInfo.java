package canon.cpp.cloudservice.observe;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which call a listener hears of. Two calls are never equal, because their trace contexts differ.
 *
 * @param operation the operation's name in the contract, such as {@code addUser}, or {@code
 *     diagnose}
 * @param target verb and path template, such as {@code GET /v1/users/{userKey}}; no address
 * @param idempotencyKey the key that all attempts share; null for an operation that changes nothing
 * @param traceparent the W3C trace context that goes out with every attempt
 */
public record CallInfo(
    String operation, String target, @Nullable String idempotencyKey, String traceparent) {

  /**
   * Creates the value.
   *
   * @param operation the operation's name in the contract
   * @param target verb and path template
   * @param idempotencyKey the key that all attempts share
   * @param traceparent the W3C trace context
   * @throws NullPointerException if something is missing that may not be null
   */
  public CallInfo {
    requireNonNull(operation, "operation");
    requireNonNull(target, "target");
    requireNonNull(traceparent, "traceparent");
  }
}
