package canon.cpp.cloudservice.testing.internal.idempotency;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of changes that were done, kept for whoever asks again with the same key. Rejections
 * are not kept: they can be tried again once their cause is gone. Guarded by the lock of the store.
 */
public final class IdempotentResponses {
  /** How long an answer is kept. */
  public static final Duration RETENTION = Duration.ofHours(24);

  private final Map<Scope, Entry> entries = new HashMap<>();
  private final Deque<Entry> oldestFirst = new ArrayDeque<>();
  private volatile int salt;

  /** Where a key counts: for one account and one operation. */
  public record Scope(AccountKey account, String operation, String key) {}

  /**
   * Begins a change, or finds that it was done.
   *
   * @param fingerprint what the request asks for
   * @return the kept answer; empty if the change is to be done now, and then to be ended by {@link
   *     #keep} or {@link #forget}
   */
  public Optional<ServiceResponse> begin(Scope scope, String fingerprint, Instant now) {
    dropOld(now);
    Entry entry = entries.get(scope);
    if (entry == null) {
      entries.put(scope, new Entry(scope, fingerprint));
      return Optional.empty();
    }
    if (entry.answer == null) {
      throw new ProblemException(ProblemKind.IDEMPOTENCY_KEY_IN_PROGRESS);
    }
    if (!entry.fingerprint.equals(fingerprint)) {
      throw new ProblemException(ProblemKind.IDEMPOTENCY_KEY_REUSED);
    }
    return Optional.of(entry.answer.again());
  }

  /** The change was done. */
  public void keep(Scope scope, ServiceResponse answer, Instant now) {
    Entry entry = entries.get(scope);
    if (entry != null) {
      entry.answer = answer;
      entry.keptUntil = now.plus(RETENTION);
      oldestFirst.addLast(entry);
    }
  }

  /** The change was not done. */
  public void forget(Scope scope) {
    entries.remove(scope);
  }

  /** An answer that is kept. */
  public record Kept(Scope scope, String fingerprint, ServiceResponse answer, Instant keptUntil) {}

  /** All answers that are kept, oldest first. */
  public List<Kept> all(Instant now) {
    dropOld(now);
    return oldestFirst.stream().map(Entry::kept).toList();
  }

  /**
   * What is to go into the keys that are made here, for anyone to ask without the lock: it differs
   * from what went into those that came with the last state. 0 if none came with it.
   */
  public int salt() {
    return salt;
  }

  /** Keeps these answers only, oldest first. */
  public void replaceAll(List<Kept> kept) {
    entries.clear();
    oldestFirst.clear();
    kept.forEach(
        one -> {
          Entry entry = new Entry(one.scope(), one.fingerprint());
          entry.answer = one.answer();
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
    for (Entry oldest = oldestFirst.peekFirst();
        oldest != null && !now.isBefore(oldest.keptUntil);
        oldest = oldestFirst.peekFirst()) {
      oldestFirst.removeFirst();
      entries.remove(oldest.scope);
    }
  }

  private static final class Entry {
    private final Scope scope;
    private final String fingerprint;
    private @Nullable ServiceResponse answer;
    private Instant keptUntil = Instant.MAX;

    Entry(Scope scope, String fingerprint) {
      this.scope = scope;
      this.fingerprint = fingerprint;
    }

    Kept kept() {
      return new Kept(scope, fingerprint, requireNonNull(answer), keptUntil);
    }
  }
}
