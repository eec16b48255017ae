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
 * All that was said about a fault. Immutable.
 *
 * @param operation the only operation that it happens to; null for all
 * @param account the only account that it happens to; null for all
 * @param predicate what else a request must be like; null for anything
 * @param skip how many requests that fit are let off first
 * @param times how often it happens
 * @param effects what happens, each around those that were said after it
 */
public record FaultSpec(
    @Nullable String operation,
    @Nullable FakeAccount account,
    @Nullable Predicate<IncomingRequest> predicate,
    int skip,
    int times,
    List<FaultEffect> effects) {
  /** How often something happens that has no end. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  /** A fault of an operation, or of all if that is null, by which nothing happens yet. */
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

  /** Lets off the first requests that fit. */
  public FaultSpec skipping(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("A fault cannot skip " + count + " requests");
    }
    return new FaultSpec(operation, account, predicate, count, times, effects);
  }

  /** Happens no more often than that. */
  public FaultSpec times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("A fault happens at least once, but asked for " + count);
    }
    return new FaultSpec(operation, account, predicate, skip, count, effects);
  }

  public FaultSpec with(FaultEffect effect) {
    List<FaultEffect> more = new ArrayList<>(effects);
    more.add(effect);
    return new FaultSpec(operation, account, predicate, skip, times, List.copyOf(more));
  }

  boolean fits(ReceivedRequest arrival) {
    return (operation == null
            || arrival.operation().map(Operation::name).equals(Optional.of(operation)))
        && (account == null || AccountKey.of(account).isOf(arrival.account().orElse(null)))
        && (predicate == null || predicate.test(arrival.view()));
  }

  List<RequestStage> stages() {
    return effects.stream().map(FaultEffect::stage).toList();
  }

  /** The fault in words for people. */
  @Override
  public String toString() {
    return "on "
        + (operation == null ? "every operation" : operation)
        + (account == null ? "" : ", by " + account)
        + (predicate == null ? "" : ", when a condition holds")
        + (skip == 0 ? "" : ", after " + skip)
        + (times == ALWAYS ? "" : ", times " + times)
        + ": "
        + effects.stream().map(FaultEffect::saying).collect(Collectors.joining(", "));
  }
}
