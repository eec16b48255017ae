package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.IncomingRequest;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The specification of a fault. Immutable.
 *
 * @param operation the only operation to which it applies; null for all
 * @param account the only account to which it applies; null for all
 * @param predicate a further condition on the request; null for none
 * @param skip how many matching requests are skipped first
 * @param times how often it happens
 * @param effects the effects, each wrapped around those that follow
 */
public record FaultSpec(
    @Nullable String operation,
    @Nullable FakeAccount account,
    @Nullable Predicate<IncomingRequest> predicate,
    int skip,
    int times,
    List<FaultEffect> effects) {
  /** The number of times of a fault without a limit. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  /** Returns a fault without effects, on one operation, or on all if it is null. */
  public static FaultSpec on(@Nullable String operation) {
    return new FaultSpec(operation, null, null, 0, ALWAYS, List.of());
  }

  public FaultSpec by(FakeAccount only) {
    return new FaultSpec(operation, only, predicate, skip, times, effects);
  }

  public FaultSpec when(Predicate<IncomingRequest> more) {
    Predicate<IncomingRequest> both = predicate == null ? more : predicate.and(more);
    return new FaultSpec(operation, account, both, skip, times, effects);
  }

  /** Skips the first matching requests. */
  public FaultSpec skipping(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("A fault cannot skip " + count + " requests");
    }
    return new FaultSpec(operation, account, predicate, count, times, effects);
  }

  /** Limits how often the fault happens. */
  public FaultSpec times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "A fault must happen at least once, but times is " + count);
    }
    return new FaultSpec(operation, account, predicate, skip, count, effects);
  }

  public FaultSpec with(FaultEffect effect) {
    List<FaultEffect> more = new ArrayList<>(effects);
    more.add(effect);
    return new FaultSpec(operation, account, predicate, skip, times, List.copyOf(more));
  }

  /** Returns whether the fault holds requests. */
  public boolean holds() {
    return effects.stream().anyMatch(effect -> effect.description().equals(FaultEffect.HOLD));
  }

  boolean matches(ReceivedRequest received) {
    return (operation == null
            || received.operation().map(Operation::name).equals(Optional.of(operation)))
        && (account == null || AccountKey.of(account).isOf(received.account().orElse(null)))
        && (predicate == null || predicate.test(received.view()));
  }

  List<RequestStage> stages() {
    return effects.stream().map(FaultEffect::stage).toList();
  }

  /** Returns the fault in words. */
  @Override
  public String toString() {
    return "on "
        + (operation == null ? "every operation" : operation)
        + (account == null ? "" : ", by " + account)
        + (predicate == null ? "" : ", when a condition holds")
        + (skip == 0 ? "" : ", after " + skip)
        + (times == ALWAYS ? "" : ", times " + times)
        + ": "
        + effects.stream().map(FaultEffect::description).collect(Collectors.joining(", "));
  }
}
