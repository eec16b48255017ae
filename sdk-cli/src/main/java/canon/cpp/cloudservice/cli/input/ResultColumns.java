package canon.cpp.cloudservice.cli.input;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.cli.exit.Remedies;
import canon.cpp.cloudservice.cli.output.SpreadsheetGuard;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a result file adds to the input. */
public final class ResultColumns {
  static final List<String> NAMES = List.of("result", "code", "request_id", "remedy");

  /** Rows with these results need nothing any more. */
  private static final Set<String> FINISHED =
      Set.of(name(ItemResult.DONE), name(ItemResult.ALREADY_SO));

  private ResultColumns() {}

  /** Returns the name of a result, such as {@code already-so}. */
  public static String name(ItemResult result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean isFinished(String result) {
    return FINISHED.contains(result);
  }

  static List<String> notTried() {
    return List.of(name(ItemResult.NOT_TRIED), "", "", "Run the same command again.");
  }

  static List<String> of(BulkItem item) {
    ProblemCode code = item.code();
    return List.of(
        name(item.result()),
        code == null ? "" : code.id(),
        text(item.requestId()),
        SpreadsheetGuard.protect(remedy(item, code)));
  }

  private static String remedy(BulkItem item, @Nullable ProblemCode code) {
    if (item.result().isAsWanted()) {
      return "";
    }
    if (item.result().isRetryable()) {
      return "Run the same command again.";
    }
    String message = text(item.message());
    return code == null ? message : Remedies.of(code).orElse(message);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
