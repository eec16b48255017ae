package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.Settled;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A change that failed, and the call that finds out whether it was applied. */
public final class UnsettledChange {
  /**
   * The service keeps keys for 24 hours; the margin covers the settlement and clock differences.
   */
  private static final Duration SETTLEABLE = Duration.ofHours(23);

  private final Call<Settled> settlement;
  private final CallReport report;
  private final Supplier<Duration> age;

  private UnsettledChange(
      OperationExecutor executor,
      Operation<?> operation,
      CallOptions options,
      CallReport report,
      Supplier<Duration> age) {
    this.age = age;
    this.settlement = new ReadCall<>(executor, operation.settling(), options.withUnsettled(this));
    this.report = report(report, null);
  }

  /**
   * Adds the settlement to the report of a failed change. If the failed call was a settlement
   * itself, the outcome of the original change and its settlement stay as they were.
   *
   * @param executor executes the settlement
   * @param age returns the time since the call began
   */
  public static CallReport settleable(
      CallReport report,
      OperationExecutor executor,
      Operation<?> operation,
      CallOptions options,
      Supplier<Duration> age) {
    UnsettledChange change = options.unsettled();
    if (change != null) {
      return change.report(report, change.report);
    }
    String key = report.idempotencyKey();
    return key == null
        ? report
        : new UnsettledChange(executor, operation, options.withIdempotencyKey(key), report, age)
            .report;
  }

  /**
   * Checks that the service still knows the key of the change.
   *
   * @throws IllegalStateException if repeating the change could apply it twice
   */
  public void checkSettleable() {
    if (age.get().compareTo(SETTLEABLE) > 0) {
      throw new IllegalStateException(
          "The change is more than 23 hours old, and the service keeps its key for 24 hours only:"
              + " repeating it could apply it twice. Read the state of the site instead.");
    }
  }

  private CallReport report(CallReport failed, @Nullable CallReport earlier) {
    return new CallReport(
        failed.operation(),
        failed.target(),
        failed.idempotencyKey(),
        failed.attempts(),
        failed.elapsed(),
        failed.timeout(),
        failed.progress(),
        earlier,
        settlement);
  }
}
