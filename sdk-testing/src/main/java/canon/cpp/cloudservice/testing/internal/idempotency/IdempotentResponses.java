package canon.cpp.cloudservice.testing.internal.idempotency;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored responses to applied changes, replayed for requests with the same key. Rejections are
 * not stored, so that a request can be retried once the cause is removed. Guarded by the lock of
 * the store.
 */
public final class IdempotentResponses {
  private final Map<Scope, StoredResponse> entries = new HashMap<>();
  private final Deque<StoredResponse> oldestFirst = new ArrayDeque<>();
  private volatile int salt;

  /** The scope of a key: one account and one operation. */
  public record Scope(AccountKey account, String operation, String key) {}

  /**
   * Begins a change, or finds the stored response to it.
   *
   * @param fingerprint a digest of the request
   * @return the stored response; empty if the change is new and must be completed by {@link #keep}
   *     or {@link #forget}
   */
  public Optional<ServiceResponse> begin(Scope scope, String fingerprint, Instant now) {
    dropOld(now);
    StoredResponse entry = entries.get(scope);
    if (entry == null) {
      entries.put(scope, new StoredResponse(scope, fingerprint));
      return Optional.empty();
    }
    if (entry.response == null) {
      throw new ProblemException(ProblemKind.IDEMPOTENCY_KEY_IN_PROGRESS);
    }
    if (!entry.fingerprint.equals(fingerprint)) {
      throw new ProblemException(ProblemKind.IDEMPOTENCY_KEY_REUSED);
    }
    return Optional.of(entry.response.asReplay());
  }

  /** Stores the response to an applied change. */
  public void keep(Scope scope, ServiceResponse response, Instant now) {
    StoredResponse entry = entries.get(scope);
    if (entry != null) {
      entry.response = response;
      entry.keptUntil = now.plus(Limits.IDEMPOTENCY_RETENTION);
      oldestFirst.addLast(entry);
    }
  }

  /** Releases the key of a change that was not applied. */
  public void forget(Scope scope) {
    entries.remove(scope);
  }

  /** A stored response. */
  public record Kept(
      Scope scope, String fingerprint, ServiceResponse response, Instant keptUntil) {}

  /** Returns all stored responses, oldest first. */
  public List<Kept> all(Instant now) {
    dropOld(now);
    return oldestFirst.stream().map(StoredResponse::kept).toList();
  }

  /**
   * Returns a salt for generated keys that differs from the salt of the keys in the last restored
   * state. 0 if that state had none. May be called without the lock.
   */
  public int salt() {
    return salt;
  }

  /** Replaces the stored responses, oldest first. */
  public void replaceAll(List<Kept> kept) {
    entries.clear();
    oldestFirst.clear();
    kept.forEach(
        one -> {
          StoredResponse entry = new StoredResponse(one.scope(), one.fingerprint());
          entry.response = one.response();
          entry.keptUntil = one.keptUntil();
          entries.put(one.scope(), entry);
          oldestFirst.addLast(entry);
        });
    salt = kept.isEmpty() ? 0 : digest(kept);
  }

  private static int digest(List<Kept> kept) {
    String[] keys = kept.stream().map(one -> one.scope().key()).toArray(String[]::new);
    return Integer.parseUnsignedInt(Digests.hex(keys).substring(0, 8), 16);
  }

  private void dropOld(Instant now) {
    for (StoredResponse oldest = oldestFirst.peekFirst();
        oldest != null && !now.isBefore(oldest.keptUntil);
        oldest = oldestFirst.peekFirst()) {
      oldestFirst.removeFirst();
      entries.remove(oldest.scope);
    }
  }

  private static final class StoredResponse {
    private final Scope scope;
    private final String fingerprint;
    private @Nullable ServiceResponse response;
    private Instant keptUntil = Instant.MAX;

    StoredResponse(Scope scope, String fingerprint) {
      this.scope = scope;
      this.fingerprint = fingerprint;
    }

    Kept kept() {
      return new Kept(scope, fingerprint, requireNonNull(response), keptUntil);
    }
  }
}
