package canon.cpp.cloudservice.bulk.portfolio;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.ItemResult;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one site of a portfolio.
 *
 * @param name the name of the entry
 * @param siteId the expected id of the site
 * @param outcome how the work ended
 * @param duration how long it took
 * @param counts how many rows of the bulk jobs and plans have which result; results without rows
 *     are missing
 * @param message what happened and what to do; null after {@code DONE}. It contains no address
 * @param failure the exception that ended the work, or null
 */
public record SiteResult(
    String name,
    String siteId,
    SiteOutcome outcome,
    Duration duration,
    Map<ItemResult, Long> counts,
    @Nullable String message,
    @Nullable Throwable failure) {

  public SiteResult {
    requireNonNull(name, "name");
    requireNonNull(siteId, "siteId");
    requireNonNull(outcome, "outcome");
    requireNonNull(duration, "duration");
    Map<ItemResult, Long> copy = new EnumMap<>(ItemResult.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** Returns the name, the outcome and the message, but not the failure, which may quote more. */
  @Override
  public String toString() {
    return name + ": " + outcome + (message == null ? "" : ", " + message);
  }
}
