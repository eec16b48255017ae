package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.exit.Failure;
import canon.cpp.cloudservice.cli.exit.Remedies;
import canon.cpp.cloudservice.cli.output.Column;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.Settled;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one member or printer did.
 *
 * @param input what was typed
 * @param result {@code done}, {@code already-so}, {@code rejected} or {@code unknown}
 * @param details list by list, what was changed
 * @param code the code of the rejection
 * @param requestId the id of the last request
 * @param remedy what to do
 * @param exit the exit code of this change
 */
public record Change(
    String input,
    String result,
    List<String> details,
    @Nullable String code,
    @Nullable String requestId,
    @Nullable String remedy,
    ExitCode exit) {
  private static final Set<ExitCode> OF_ONE_ROW =
      Set.of(ExitCode.REJECTED, ExitCode.UNKNOWN, ExitCode.DRIFT);

  /** Returns the columns of changes. */
  public static List<Column<Change>> columns() {
    return List.of(
        new Column<>("input", Change::input),
        new Column<>("result", Change::result),
        new Column<>("details", Change::details),
        new Column<>("code", Change::code),
        new Column<>("request_id", Change::requestId),
        new Column<>("remedy", Change::remedy));
  }

  /** Returns a change that was applied, or that was not needed. */
  public static Change applied(String input, boolean needed, List<String> details) {
    return new Change(
        input, needed ? "done" : "already-so", details, null, null, null, ExitCode.OK);
  }

  /**
   * Executes a change. If its outcome is unknown, it is settled once.
   *
   * @throws CloudServiceException if other changes would fail as well
   */
  public static Change execute(String input, Supplier<Change> change) {
    try {
      return change.get();
    } catch (CloudServiceException e) {
      return e.outcome() == Outcome.UNKNOWN && e.idempotencyKey().isPresent()
          ? settle(input, e)
          : failed(input, e);
    }
  }

  private static Change settle(String input, CloudServiceException unknown) {
    Settled settled;
    try {
      settled = unknown.settle().execute();
    } catch (CloudServiceException stillUnknown) {
      return failed(input, unknown);
    }
    Problem rejection = settled.rejection();
    return rejection == null
        ? applied(input, true, List.of())
        : new Change(
            input,
            "rejected",
            List.of(),
            rejection.code().id(),
            rejection.requestId(),
            Remedies.of(rejection.code()).orElse(rejection.title()),
            ExitCode.REJECTED);
  }

  private static Change failed(String input, CloudServiceException e) {
    Failure failure = Failure.of(e);
    if (!OF_ONE_ROW.contains(failure.code())) {
      throw e;
    }
    return new Change(
        input,
        failure.code() == ExitCode.UNKNOWN ? "unknown" : "rejected",
        List.of(),
        failure.problem() == null ? null : failure.problem().id(),
        failure.requestId(),
        failure.problem() == null
            ? "Run the command again: it applies nothing twice."
            : Remedies.of(failure.problem()).orElse(failure.message()),
        failure.code());
  }
}
