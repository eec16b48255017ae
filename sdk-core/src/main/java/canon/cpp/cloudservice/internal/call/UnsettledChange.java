package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.Settled;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A change that failed, and the call that finds out what became of it. */
public final class UnsettledChange {
  /** The service remembers keys for 24 hours; settling takes time, and clocks differ. */
  private static final Duration SETTLEABLE = Duration.ofHours(23);

  private final Call<Settled> settlement;
  private final CallReport report;
  private final Supplier<Duration> age;

  private UnsettledChange(
      OperationExecutor caller,
      Operation<?> operation,
      CallOptions options,
      CallReport report,
      Supplier<Duration> age) {
    this.age = age;
    this.settlement = new ReadCall<>(caller, operation.settling(), options.withUnsettled(this));
    this.report = report(report, null);
  }

  /**
   * Adds to the report of a failed call how to find out what became of the change, if it is one. If
   * the call was to settle a change, that one stays as unsettled as it was, and so does how to do
   * it.
   *
   * @param caller would find out
   * @param age the time since the call began
   */
  public static CallReport settleable(
      CallReport report,
      OperationExecutor caller,
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
        : new UnsettledChange(caller, operation, options.withIdempotencyKey(key), report, age)
            .report;
  }

  /**
   * Rejects to settle what is too old.
   *
   * @throws IllegalStateException if repeating the change could do it twice
   */
  public void checkSettleable() {
    if (age.get().compareTo(SETTLEABLE) > 0) {
      throw new IllegalStateException(
          "The change is more than 23 hours old, and the service remembers its key for 24 only:"
              + " repeating it could do it twice. Read the state of the site instead.");
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
