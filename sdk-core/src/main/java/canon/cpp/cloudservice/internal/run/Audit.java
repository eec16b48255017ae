package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.observe.AuditEvent;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail of a view.
 *
 * @param actor the host's name for the account
 * @param listener receives the events
 */
public record Audit(String actor, Consumer<AuditEvent> listener) {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice");

  /** One change. */
  static final class Entry<T> {
    private final Audit audit;
    private final Clock clock;
    private final Operation<T> operation;
    private final String key;
    private final AtomicReference<@Nullable String> requestId = new AtomicReference<>();

    Entry(Audit audit, Clock clock, Operation<T> operation, String key) {
      this.audit = audit;
      this.clock = clock;
      this.operation = operation;
      this.key = key;
    }

    /** Returns the same operation, whose request id is noted. */
    Operation<T> operation() {
      return operation.noting(
          response -> requestId.set(ServiceResponse.requestId(response.http())));
    }

    void succeeded(T value) {
      boolean applied = !(value instanceof Settled settled) || settled.applied();
      write(applied ? Outcome.COMPLETED : Outcome.REJECTED);
    }

    void failed(Throwable failure) {
      if (failure instanceof CloudServiceException known) {
        List<Attempt> attempts = known.attempts();
        attempts.stream().map(Attempt::requestId).filter(id -> id != null).forEach(requestId::set);
        write(known.outcome());
      } else {
        write(Outcome.UNKNOWN);
      }
    }

    private void write(Outcome outcome) {
      try {
        audit
            .listener()
            .accept(
                new AuditEvent(
                    clock.instant(),
                    audit.actor(),
                    operation.name(),
                    operation.subject(),
                    outcome,
                    requestId.get(),
                    key));
      } catch (Throwable e) {
        // Its message may contain an address.
        LOG.error(
            "The audit listener failed ({}), so the change {} with the idempotency key {} is missing"
                + " in the audit trail",
            e.getClass().getSimpleName(),
            operation.name(),
            key);
      }
    }
  }
}
