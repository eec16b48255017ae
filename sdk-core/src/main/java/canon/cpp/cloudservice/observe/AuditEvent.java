package canon.cpp.cloudservice.observe;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made or tried, for an audit trail that answers who removed a member. It names
 * persons: see {@code docs/privacy.md}. Created only if the host asks for it with {@link
 * canon.cpp.cloudservice.CloudServiceClient#withAudit}.
 *
 * @param at when the call ended
 * @param actor who made the change, as the host has named the account of the view
 * @param operation the operation's name in the contract, such as {@code removeUser}
 * @param target whom or what the change is about, as it was sent: an address, an id or a serial
 *     number; null for the account itself
 * @param outcome what is known about the effect; {@code COMPLETED} if the call succeeded
 * @param requestId the service's id of the last request that has one, or null
 * @param idempotencyKey the key of the change; a call that settles it has the same
 */
public record AuditEvent(
    Instant at,
    String actor,
    String operation,
    @Nullable String target,
    Outcome outcome,
    @Nullable String requestId,
    String idempotencyKey) {

  public AuditEvent {
    requireNonNull(at, "at");
    requireNonNull(actor, "actor");
    requireNonNull(operation, "operation");
    requireNonNull(outcome, "outcome");
    requireNonNull(idempotencyKey, "idempotencyKey");
  }
}
