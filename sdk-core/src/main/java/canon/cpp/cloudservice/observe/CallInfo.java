package canon.cpp.cloudservice.observe;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The call that an event belongs to. All events of one execution have an equal {@code CallInfo},
 * and no other execution has, so it can be the key of a map.
 */
public final class CallInfo {
  private final Object execution;
  private final String operation;
  private final String target;
  private final @Nullable String idempotencyKey;
  private final String traceparent;

  /**
   * Creates the information about a new execution.
   *
   * @param operation the operation's name in the contract, such as {@code addUser}
   * @param target method and path template, such as {@code GET /v1/users/{userKey}}
   * @param idempotencyKey the key that all attempts share; null for an operation that changes
   *     nothing
   * @param traceparent the W3C trace context that every attempt sends
   */
  public CallInfo(
      String operation, String target, @Nullable String idempotencyKey, String traceparent) {
    this(new Object(), operation, target, idempotencyKey, traceparent);
  }

  private CallInfo(
      Object execution,
      String operation,
      String target,
      @Nullable String idempotencyKey,
      String traceparent) {
    this.execution = execution;
    this.operation = requireNonNull(operation, "operation");
    this.target = requireNonNull(target, "target");
    this.idempotencyKey = idempotencyKey;
    this.traceparent = requireNonNull(traceparent, "traceparent");
  }

  /**
   * Returns the information about the same execution, with another trace context.
   *
   * @param other the W3C trace context
   * @return an equal value
   */
  public CallInfo withTraceparent(String other) {
    return new CallInfo(execution, operation, target, idempotencyKey, other);
  }

  /**
   * Returns the operation's name in the contract.
   *
   * @return the name, such as {@code addUser}, or {@code diagnose}
   */
  public String operation() {
    return operation;
  }

  /**
   * Returns method and path template. It contains no e-mail address.
   *
   * @return such as {@code GET /v1/users/{userKey}}
   */
  public String target() {
    return target;
  }

  /**
   * Returns the idempotency key that all attempts share.
   *
   * @return the key; null for an operation that changes nothing
   */
  public @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /**
   * Returns the W3C trace context that every attempt sends.
   *
   * @return the value of the header
   */
  public String traceparent() {
    return traceparent;
  }

  /** Returns whether the other value belongs to the same execution. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CallInfo call && call.execution == execution;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(execution);
  }

  /** Returns the target, which names no person. */
  @Override
  public String toString() {
    return "CallInfo[" + operation + ", " + target + ", " + traceparent + "]";
  }
}
