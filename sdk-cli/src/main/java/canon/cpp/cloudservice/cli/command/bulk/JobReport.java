package canon.cpp.cloudservice.cli.command.bulk;

import canon.cpp.cloudservice.bulk.BulkReport;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.cli.exit.ExitCode;
import canon.cpp.cloudservice.cli.input.ResultColumns;
import canon.cpp.cloudservice.cli.output.Column;
import java.util.ArrayList;
import java.util.List;

/** What a report means for the user. */
public final class JobReport {
  private JobReport() {}

  /** Returns the exit code. */
  public static ExitCode code(BulkReport report) {
    ExitCode code = report.stopReason().map(JobReport::code).orElse(ExitCode.OK);
    for (ItemResult result : ItemResult.values()) {
      if (report.count(result) > 0) {
        code = code.and(code(result));
      }
    }
    return code;
  }

  /** Returns the exit code of a result. */
  public static ExitCode code(ItemResult result) {
    return switch (result) {
      case DONE, ALREADY_SO -> ExitCode.OK;
      case REJECTED -> ExitCode.REJECTED;
      case UNKNOWN, PARTLY, NOT_TRIED -> ExitCode.UNKNOWN;
      case DRIFTED -> ExitCode.DRIFT;
    };
  }

  /** Returns the exit code of a stop. */
  public static ExitCode code(StopReason reason) {
    return switch (reason) {
      case NOT_AUTHENTICATED, NOT_PERMITTED -> ExitCode.SIGN_IN;
      case UNREACHABLE, THROTTLED -> ExitCode.UNREACHABLE;
      case TOO_MANY_REJECTIONS -> ExitCode.REJECTED;
      case TOO_MANY_UNKNOWN -> ExitCode.UNKNOWN;
      case CANCELLED -> ExitCode.INTERRUPTED;
      case DRIFTED -> ExitCode.DRIFT;
    };
  }

  /** Tells whether the same command has something left to do. */
  public static boolean isToContinue(BulkReport report) {
    boolean left = report.stopReason().isPresent();
    for (ItemResult result : ItemResult.values()) {
      left |= result.isRetryable() && report.count(result) > 0;
    }
    return left;
  }

  /** Returns a sentence about the stop. */
  public static String stopped(StopReason reason) {
    return switch (reason) {
      case NOT_AUTHENTICATED -> "The sign-in has ended. Run: cloudservice sign-in";
      case NOT_PERMITTED ->
          "The account is not an administrator of the site, or has to sign in first. Run:"
              + " cloudservice sign-in";
      case UNREACHABLE -> "The service cannot be reached. Run: cloudservice diagnose";
      case THROTTLED -> "The service asked to come back later.";
      case TOO_MANY_REJECTIONS -> "Too many rows were rejected.";
      case TOO_MANY_UNKNOWN -> "The outcome of too many rows is unknown.";
      case CANCELLED -> "Interrupted.";
      case DRIFTED -> "A member has changed since the plan was made.";
    };
  }

  /** Returns the rows of the summary. */
  static List<Count> counts(BulkReport report) {
    List<Count> counts = new ArrayList<>();
    for (ItemResult result : ItemResult.values()) {
      if (report.count(result) > 0) {
        counts.add(new Count(ResultColumns.name(result), report.count(result)));
      }
    }
    return counts;
  }

  static List<Column<Count>> columns() {
    return List.of(new Column<>("result", Count::result), new Column<>("rows", Count::rows));
  }

  /** The number of rows with a result. */
  record Count(String result, long rows) {}
}
